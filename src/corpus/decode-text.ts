import { UserError } from "../errors.ts";

/**
 * The text in a file's bytes: UTF-8, UTF-16 or GB18030, with or without a byte order mark.
 * Throws `UserError` that names `file` when the bytes are none of these.
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  // UTF-8 proves itself: text of another encoding almost never passes its checks.
  const certain = decodeStrictly(bytes, marked ? marked[0] : "utf-8");
  if (certain !== undefined && isPrintable(certain)) return certain;
  const guess = marked ? undefined : guessed(bytes);
  if (guess !== undefined) return guess;
  throw new UserError(
    `Expected text in UTF-8, UTF-16 or GB18030, got other bytes in '${file}'. Save it as UTF-8 text, or take it out of the corpus.`,
  );
}

type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function guessed(bytes: Uint8Array): string | undefined {
  const [gb18030] = likelyTexts(bytes, ["gb18030"]);
  const [one, other] = likelyTexts(bytes, ["utf-16le", "utf-16be"]);
  const utf16 = one && other && plainness(other) > plainness(one) ? other : one;
  // In UTF-16 every line end, blank and digit has a zero byte; GB18030 has none.
  return bytes.includes(0) ? (utf16 ?? gb18030) : (gb18030 ?? utf16);
}

function likelyTexts(bytes: Uint8Array, encodings: readonly Encoding[]): string[] {
  const texts = encodings.map((encoding) => decodeStrictly(bytes, encoding));
  return texts.filter((text) => text !== undefined).filter(isPrintable).filter(isLikely);
}

/** Enough to tell, and bounded for large files. */
const SAMPLE = 20_000;

/** Bytes of a program or a picture that happen to decode are full of these. */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000e-\u001f\u007f\ufffe\uffff]/gu;

/** A stray control character survives some PDF tools; one in a hundred is no text any more. */
const UNPRINTABLE_SHARE = 0.01;

function isPrintable(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  return (sample.match(UNPRINTABLE)?.length ?? 0) <= sample.length * UNPRINTABLE_SHARE;
}

/**
 * What Chinese and Latin pages are made of. Bytes of GB18030 read as UTF-16 (or the other way round)
 * decode without an error but land elsewhere: private use, rare characters, and above all Hangul,
 * which is left out for that reason.
 */
const LIKELY =
  /[\t\n\f\r\u0020-\u007e\u00a0-\u024f\u2000-\u206f\u2150-\u22ff\u2460-\u26ff\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]/gu;

/** The two pages of the corpus have .99 or more in their own encoding and at most .34 in a wrong one. */
const LIKELY_SHARE = 0.9;

function isLikely(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  return (sample.match(LIKELY)?.length ?? 0) >= sample.length * LIKELY_SHARE;
}

/** In the wrong byte order these land elsewhere; few others land here. */
const PLAIN = /[\n\u0020-\u007e\u3001\u3002\uff0c]/gu;

function plainness(text: string): number {
  return text.slice(0, SAMPLE).match(PLAIN)?.length ?? 0;
}
