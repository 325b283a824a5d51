import { readFileSync } from "node:fs";
import { FluentBundle, type FluentFunction, FluentNumber, FluentResource } from "@fluent/bundle";

/** What the bot says about itself, as plain text in one language. The words of an answer are in `answer/phrases.ts`. */
export interface Words {
  readonly language: InterfaceLanguage;
  /** The words for a key with its values filled in. Throws when they are not all there. */
  readonly say: (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;
}

/** The languages the bot itself speaks. */
export const INTERFACE_LANGUAGES = ["en", "zh", "zh-Hant"] as const;

/** A language the bot itself speaks, as BCP 47. */
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];

/** The language to speak with a reader whose Telegram is set to an IETF code, or to none that it tells. */
export function interfaceLanguageFor(
  code: string | undefined,
  fallback: InterfaceLanguage,
): InterfaceLanguage {
  if (code === undefined) return fallback;
  if (TRADITIONAL.test(code)) return "zh-Hant";
  return CHINESE.test(code) ? "zh" : "en";
}

const CHINESE = /^zh\b/i;
/** By its script, or where none is told by the places that write it. */
const TRADITIONAL = /^zh-(?:hant|tw|hk|mo)\b/i;

/** The bot's words in a language, read from the `.ftl` file beside this one when first needed. */
export function wordsIn(language: InterfaceLanguage): Words {
  const known = read.get(language);
  if (known !== undefined) return known;
  const bundle = bundleOf(language);
  const words: Words = {
    language,
    say: (key, values = {}) => {
      const pattern = bundle.getMessage(key)?.value ?? undefined;
      const errors: Error[] = pattern === undefined ? [new Error("no such message")] : [];
      const text = bundle.formatPattern(pattern ?? "", values, errors);
      complain(errors, `words for '${key}' in '${language}'`);
      return text;
    },
  };
  read.set(language, words);
  return words;
}

const read = new Map<InterfaceLanguage, Words>();

function bundleOf(language: InterfaceLanguage): FluentBundle {
  // The texts are escaped at the surface, and marks that isolate directions would be in the way of tests.
  const bundle = new FluentBundle(language, { useIsolating: false, functions: { PLAIN: plain } });
  const source = readFileSync(new URL(`${language}.ftl`, import.meta.url), "utf8");
  complain(bundle.addResource(new FluentResource(source)), `messages in '${language}'`);
  return bundle;
}

/** The number of a thing, which nobody counts: 123456 rather than 123,456. */
const plain: FluentFunction = ([value = ""]) =>
  value instanceof FluentNumber ? String(value.value) : value;

function complain(errors: readonly Error[], expected: string): void {
  if (errors.length === 0) return;
  throw new Error(`Expected ${expected}, got: ${errors.map(({ message }) => message).join("; ")}.`);
}

/** Every message of the `.ftl` files, in their order. */
export const KEYS = [
  ...["start", "help", "help-admin", "not-text", "failed", "unknown-article", "no-headline"],
  ...["thinking", "slow"],
  ...["latest-title", "latest-none", "sources-title", "sources-none", "source-line"],
  ...["more-sources", "article-usage"],
  ...["language-prompt", "language-set", "language-own", "forgotten", "privacy"],
  ...["button-article", "button-more", "button-others", "button-unhelpful", "noted-unhelpful"],
  ...["button-earlier", "button-later", "page-of", "no-more", "no-others", "expired"],
  ...["inline-hint", "inline-none"],
  ...["command-start", "command-help", "command-latest", "command-article", "command-sources"],
  ...["command-language", "command-forget", "command-privacy"],
  ...["command-stats", "command-missed", "command-reindex", "command-status"],
  ...["stats-body", "missed-title", "missed-none", "missed-line"],
  ...["reason-not-found", "reason-unhelpful"],
  ...["reindex-running", "reindex-done", "reindex-failed", "status-body", "status-parked-line"],
  ...["upload-kinds", "upload-too-large", "upload-name", "upload-exists"],
  ...["upload-refused", "upload-added", "upload-failed"],
] as const;

/** What the bot can say. */
export type WordKey = (typeof KEYS)[number];
