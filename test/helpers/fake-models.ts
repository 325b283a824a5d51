import type { Embedder } from "../../src/embedding/embedder.ts";
import { UNIT, type TokenVectors } from "../../src/embedding/token-vectors.ts";
import type { Models } from "../../src/embedding/local-models.ts";
import type { Reader } from "../../src/embedding/reader.ts";

/** What the fake model knows; the vector of a text counts them, then gets length 1. */
export const KNOWN_WORDS = ["猫", "狗", "鱼", "鸟"] as const;

/** `猫猫狗` gives [2, 1, 0, 0] / √5; a text without any of the words gives zeros. */
export function fakeVector(text: string): Float32Array {
  const counts = KNOWN_WORDS.map((word) => text.split(word).length - 1);
  const length = Math.hypot(...counts);
  return Float32Array.from(counts, (count) => (length === 0 ? 0 : count / length));
}

/** The tokens of a text are the known words in it, in order; each is a vector along an axis of its own. */
export function fakeTokens(text: string): TokenVectors {
  const dimensions = KNOWN_WORDS.length;
  const words = Array.from(text).filter((character) => isKnown(character));
  const data = words.flatMap((word) => KNOWN_WORDS.map((known) => (known === word ? UNIT : 0)));
  return { data: Int8Array.from(data), dimensions };
}

function isKnown(character: string): boolean {
  return KNOWN_WORDS.some((word) => word === character);
}

/** An embedder that one can compute by hand; it counts the passages that it was given. */
export interface FakeEmbedder extends Embedder {
  readonly embedded: () => number;
}

/** The vector of a passage is that of headline and sentences together. */
export function createFakeEmbedder(fingerprint = "fake@1"): FakeEmbedder {
  let embedded = 0;
  return {
    fingerprint,
    dimensions: KNOWN_WORDS.length,
    embedded: () => embedded,
    embedQuery: (text) => Promise.resolve({ whole: fakeVector(text), tokens: fakeTokens(text) }),
    embedPassages: (passages) => {
      embedded += passages.length;
      return Promise.resolve(
        passages.map(({ headline, sentences }) => ({
          whole: fakeVector(headline + sentences.join("")),
          headline: fakeTokens(headline),
          sentences: sentences.map(fakeTokens),
        })),
      );
    },
  };
}

/**
 * A reader that one can compute by hand: relevance is 4 when a sentence of the window shares a known word
 * with the question and -4 when none does; a sentence's span is the number of its words that do.
 */
export function createFakeReader(): Reader {
  return {
    read: (question, { sentences }) => {
      const asked = KNOWN_WORDS.filter((word) => question.includes(word));
      const spans = sentences.map(
        (sentence) => asked.filter((word) => sentence.includes(word)).length,
      );
      return Promise.resolve({ relevance: Math.max(...spans) > 0 ? 4 : -4, spans });
    },
  };
}

/** Both fakes, as the wiring gets its models. */
export function createFakeModels(fingerprint?: string): Models & { embedder: FakeEmbedder } {
  const embedder = createFakeEmbedder(fingerprint);
  return {
    embedder,
    fingerprint: embedder.fingerprint,
    loadEmbedder: () => Promise.resolve(embedder),
    loadReader: () => Promise.resolve(createFakeReader()),
  };
}
