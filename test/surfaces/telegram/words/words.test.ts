import { readFileSync } from "node:fs";
import { FluentResource } from "@fluent/bundle";
import { Converter } from "opencc-js/cn2t";
import { describe, expect, test } from "vitest";
import { type ScriptConverter, toSimplified } from "../../../../src/corpus/simplified.ts";
import {
  INTERFACE_LANGUAGES,
  type InterfaceLanguage,
  interfaceLanguageFor,
  KEYS,
  type WordKey,
  wordsIn,
} from "../../../../src/surfaces/telegram/words/words.ts";

// With the forms of Taiwan: the plain table has 羣 for 群. The package's declarations are not resolved for ES modules.
const createConverter = Converter as (scripts: { from: "cn"; to: "tw" }) => ScriptConverter;
const toTraditional = createConverter({ from: "cn", to: "tw" });

// Of every variable in the files, something it may hold.
const VALUES: Readonly<Record<string, string | number>> = {
  ...{ limit: 10, n: 1, page: 2, pages: 3, count: 4, file: "pages/004.txt", articles: 13 },
  ...{ updates: 1234, answers: 900, notFound: 80, unhelpful: 7, waiting: 2, parked: 1 },
  ...{ files: 2, embedded: 310, seconds: 3.5, update: 123456789 },
  ...{ version: "0.1.0", uptime: "3 h 20 min", memory: "512 MB", megabytes: 20 },
  ...{ kinds: ".txt, .jsonl", question: "谁出席了？", reason: "disk is full" },
};

interface Said {
  readonly key: WordKey;
  readonly text: string;
}

const textsIn = (language: InterfaceLanguage, keys: readonly WordKey[] = KEYS): Said[] =>
  keys.map((key) => ({ key, text: wordsIn(language).say(key, VALUES) }));
const textsOf = (keys: readonly WordKey[]): Said[] =>
  INTERFACE_LANGUAGES.flatMap((language) => textsIn(language, keys));
const lengthsOf = (said: readonly Said[]): number[] => said.map(({ text }) => text.length);

function sourceOf(language: InterfaceLanguage): string {
  const folder = new URL("../../../../src/surfaces/telegram/words/", import.meta.url);
  return readFileSync(new URL(`${language}.ftl`, folder), "utf8");
}

/** The variables of each message; not those of messages it refers to, which are checked themselves. */
function variablesIn(language: InterfaceLanguage): Record<string, string[]> {
  const { body } = new FluentResource(sourceOf(language));
  return Object.fromEntries(
    body.map(({ id, value }) => {
      const names = JSON.stringify(value).matchAll(/"type":"var","name":"(\w+)"/g);
      return [id, [...new Set([...names].map(([, name = ""]) => name))].sort()];
    }),
  );
}

describe.each(INTERFACE_LANGUAGES)("the words in %s", (language) => {
  test("are there for every key and for nothing else, in the same order", () => {
    const written = [...sourceOf(language).matchAll(/^([A-Za-z-][\w-]*) *=/gm)].map(([, id]) => id);
    expect(written).toEqual(KEYS);
    expect(Object.keys(variablesIn(language))).toEqual(KEYS);
  });

  test("have the same variables as the English ones", () => {
    expect(variablesIn(language)).toEqual(variablesIn("en"));
  });

  test.each(KEYS)("can be said when every value is given: %s", (key) => {
    expect(() => wordsIn(language).say(key, VALUES)).not.toThrow();
  });

  test("are plain text with every value filled in", () => {
    for (const { key, text } of textsIn(language)) {
      expect(text.trim(), key).toBe(text);
      expect(text, key).not.toBe("");
      expect(text, key).not.toMatch(/[<>*_`{}$\p{Bidi_Control}]/u);
    }
  });

  test("hold their values", () => {
    const { say } = wordsIn(language);
    const variables = variablesIn(language);
    for (const key of KEYS) {
      for (const name of variables[key] ?? []) {
        expect(say(key, { ...VALUES, [name]: "§" }), key).toContain("§");
      }
    }
  });

  test("do not shout and show no pictures", () => {
    for (const { key, text } of textsIn(language)) {
      expect(text, key).not.toMatch(/[!！\p{Extended_Pictographic}]/u);
    }
  });

  test("come from the same place each time", () => {
    expect(wordsIn(language)).toBe(wordsIn(language));
    expect(wordsIn(language).language).toBe(language);
  });
});

describe("lengths", () => {
  test("every message fits into one of Telegram's with room to spare", () => {
    expect(Math.max(...lengthsOf(textsOf(KEYS)))).toBeLessThanOrEqual(1500);
  });

  test("a command's description fits into the menu and has no full stop", () => {
    const descriptions = textsOf(KEYS.filter((key) => key.startsWith("command-")));
    expect(descriptions).toHaveLength(12 * INTERFACE_LANGUAGES.length);
    expect(Math.max(...lengthsOf(descriptions))).toBeLessThanOrEqual(60);
    expect(Math.min(...lengthsOf(descriptions))).toBeGreaterThanOrEqual(1);
    expect(descriptions.filter(({ text }) => /[.。]$/.test(text))).toEqual([]);
  });

  test("what is said to a pressed button fits into a toast", () => {
    const toasts = textsOf(["noted-unhelpful", "no-more", "no-others", "expired", "language-set"]);
    expect(Math.max(...lengthsOf(toasts))).toBeLessThan(200);
  });

  test("a button's label fits into its row", () => {
    const labels = textsOf(KEYS.filter((key) => /^button-|^language-own$/.test(key)));
    expect(Math.max(...lengthsOf(labels))).toBeLessThanOrEqual(24);
  });
});

describe("numbers", () => {
  test.each([
    ["source-line", 0, "a.txt: 0 articles"],
    ["source-line", 1, "a.txt: 1 article"],
    ["source-line", 2, "a.txt: 2 articles"],
    ["source-line", 1234, "a.txt: 1,234 articles"],
    ["upload-added", 0, "a.txt was added: 0 articles."],
    ["upload-added", 1, "a.txt was added: 1 article."],
    ["upload-added", 2, "a.txt was added: 2 articles."],
  ] as const)("%s with %i articles reads in English: %s", (key, articles, text) => {
    expect(wordsIn("en").say(key, { file: "a.txt", articles })).toBe(text);
  });

  test("a limit and a rest of one are singular in English too", () => {
    expect(wordsIn("en").say("slow", { limit: 1 })).toContain("than 1 question a minute");
    expect(wordsIn("en").say("slow", { limit: 5 })).toContain("than 5 questions a minute");
    expect(wordsIn("en").say("more-sources", { count: 1 })).toBe("and 1 more file");
    expect(wordsIn("en").say("more-sources", { count: 2 })).toBe("and 2 more files");
  });

  test("Chinese has one form for all of them", () => {
    const values = { file: "a.txt", articles: 1 };
    expect(wordsIn("zh").say("source-line", values)).toBe("a.txt：1篇文章");
    expect(wordsIn("zh-Hant").say("more-sources", { count: 2 })).toBe("另有2個檔案");
  });

  test.each([123456789, "123456789"])("an update is named by its digits: %j", (update) => {
    const line = wordsIn("en").say("status-parked-line", { update, reason: "disk is full" });
    expect(line).toBe("Update 123456789: disk is full");
  });
});

describe("Chinese scripts", () => {
  // Without the question, which is a reader's.
  const wordsOnly = (language: InterfaceLanguage): string[] =>
    KEYS.map((key) => wordsIn(language).say(key, { ...VALUES, question: "?" }));

  test("the simplified words have no traditional characters", () => {
    const simplified = wordsOnly("zh");
    expect(simplified.map(toSimplified)).toEqual(simplified);
    expect(simplified.map(toTraditional)).not.toEqual(simplified);
  });

  test("the traditional words have no simplified characters", () => {
    const traditional = wordsOnly("zh-Hant");
    expect(traditional.map(toTraditional)).toEqual(traditional);
    expect(traditional.map(toSimplified)).not.toEqual(traditional);
  });

  test.each(["zh", "zh-Hant"] as const)("a reader is addressed politely in %s", (language) => {
    expect(wordsOnly(language).join()).not.toContain("你");
    expect(wordsOnly(language).join()).toContain("您");
  });
});

describe("a reader whose Telegram speaks", () => {
  test.each([
    ["zh", "zh"],
    ["zh-hans", "zh"],
    ["zh-Hans-HK", "zh"],
    ["zh-CN", "zh"],
    ["zh-SG", "zh"],
    ["zh-hant", "zh-Hant"],
    ["zh-Hant-CN", "zh-Hant"],
    ["zh-TW", "zh-Hant"],
    ["zh-HK", "zh-Hant"],
    ["zh-mo", "zh-Hant"],
    ["en", "en"],
    ["en-GB", "en"],
    ["de", "en"],
    ["ja", "en"],
    ["zha", "en"],
    ["", "en"],
  ] as const)("'%s' is spoken with in %s", (code, language) => {
    expect(interfaceLanguageFor(code, "zh")).toBe(language);
    expect(interfaceLanguageFor(code, "en")).toBe(language);
  });

  test.each(INTERFACE_LANGUAGES)(
    "no known language is spoken with in the fallback: %s",
    (language) => {
      expect(interfaceLanguageFor(undefined, language)).toBe(language);
    },
  );
});

describe("a mistake in the code", () => {
  test.each(INTERFACE_LANGUAGES)(
    "a key without words is named with its language: %s",
    (language) => {
      expect(() => wordsIn(language).say("goodbye" as WordKey)).toThrow(
        `Expected words for 'goodbye' in '${language}', got: no such message.`,
      );
    },
  );

  test("a value that is not given is named with its key and language", () => {
    expect(() => wordsIn("zh").say("page-of", { page: 1 })).toThrow(
      "Expected words for 'page-of' in 'zh', got: Unknown variable: $pages.",
    );
  });

  test("a name that every object has is no message either", () => {
    expect(() => wordsIn("en").say("constructor" as WordKey)).toThrow("'constructor' in 'en'");
  });
});
