import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer } from "../../src/answer/answer.ts";
import { THRESHOLD } from "../../src/answer/confidence.ts";
import { MAX_CITATIONS, createNewspaper, type Newspaper } from "../../src/answer/newspaper.ts";
import type { Reader } from "../../src/embedding/reader.ts";
import { UserError } from "../../src/errors.ts";
import { createFakeReader } from "../helpers/fake-models.ts";
import { ANIMALS, openSmallIndex, type SmallArticle } from "../helpers/small-index.ts";

describe("an answered question", () => {
  test("is answered with the sentence that has the words, its place and its source", async () => {
    const { ask } = await openNewspaper();
    const { confidence, ...answer } = await ask("猫在哪里？");
    expect(confidence).toBeGreaterThan(THRESHOLD);
    expect(answer).toEqual({
      question: "猫在哪里？",
      language: "zh",
      status: "answered",
      answer: "报纸上写道：\n[1] 猫猫在东街。",
      citations: [
        {
          n: 1,
          articleId: "cats",
          headline: "东街消息",
          quote: "猫猫在东街。",
          start: 0,
          end: 6,
          link: "https://paper.example/cats",
          source: {
            file: "animals.jsonl",
            lines: [1, 1],
            date: "2022-09-30",
            url: "https://paper.example/cats",
          },
        },
      ],
      nearest: [],
    });
  });

  test("may have several citations, numbered from 1", async () => {
    const { ask } = await openNewspaper();
    const { citations } = await ask("狗在哪里？");
    expect(
      citations.map(({ n, articleId, quote, start, end }) => [n, articleId, quote, start, end]),
    ).toEqual([
      [1, "dogs", "狗在公园里跑。", 0, 7],
      [2, "cats", "狗在西街。", 7, 12],
    ]);
  });

  test("has one citation when one is asked for", async () => {
    const { ask } = await openNewspaper();
    const { citations, answer } = await ask("狗在哪里？", { limit: 1 });
    expect(citations.map(({ articleId }) => articleId)).toEqual(["dogs"]);
    expect(answer).toBe("报纸上写道：\n[1] 狗在公园里跑。");
  });

  test("has three citations at most, unless told otherwise", async () => {
    const many = Array.from({ length: 6 }, (_, i) => ({
      id: `cat-${i}`,
      title: "街",
      text: `猫在${i}街上。`,
    }));
    const { ask } = await openNewspaper(many);
    expect(MAX_CITATIONS).toBe(3);
    expect((await ask("猫在做什么？")).citations).toHaveLength(3);
  });

  test("says nothing twice where an article stands in the corpus twice", async () => {
    const twice = ["cats", "cats-again"].map((id) => ({ id, title: "街", text: "猫在街上。" }));
    const { ask } = await openNewspaper(twice);
    expect((await ask("猫在哪里？")).citations).toHaveLength(1);
  });

  test("is made of some sentences only where it is told of which", async () => {
    const { ask } = await openNewspaper();
    const ofCats = await ask("狗在哪里？", { among: ({ articleId }) => articleId === "cats" });
    expect(ofCats.citations.map(({ quote }) => quote)).toEqual(["狗在西街。"]);
    const without = await ask("狗在哪里？", { among: ({ text }) => !text.includes("狗") });
    expect(without.status).toBe("not_found");
    expect(without.nearest.map(({ articleId }) => articleId)).not.toContain("dogs");
  });

  test("says what it was decided by when asked, and the parts of each score sum to it", async () => {
    const { ask } = await openNewspaper();
    expect(await ask("狗在哪里？")).not.toHaveProperty("why");
    const { why, citations } = await ask("狗在哪里？", { explain: true });
    expect(why?.threshold).toBe(THRESHOLD);
    expect(why?.sentences[0]).toMatchObject({
      articleId: "dogs",
      text: "狗在公园里跑。",
      start: 0,
    });
    expect(why?.sentences[0]?.text).toBe(citations[0]?.quote);
    for (const { score, parts } of why?.sentences ?? []) {
      expect(parts.relevance + parts.window + parts.sentence + parts.span).toBe(score);
    }
  });

  test("links to the web reader, at the quote, where there is one", async () => {
    const { ask } = await openNewspaper(ANIMALS, "https://baowen.example");
    const { citations } = await ask("狗在哪里？");
    expect(citations.map(({ link }) => link)).toEqual([
      "https://baowen.example/a/dogs?q=0-7",
      "https://baowen.example/a/cats?q=7-12",
    ]);
    expect(citations[1]?.source.url).toBe("https://paper.example/cats");
  });

  test("has no link where the article is nowhere on the web", async () => {
    const { ask } = await openNewspaper();
    const { citations } = await ask("狗在哪里？", { limit: 1 });
    expect(citations[0]).not.toHaveProperty("link");
  });

  test("is asked in traditional Chinese and quotes the paper as printed", async () => {
    const { ask } = await openNewspaper([{ id: "cat", title: "街", text: "猫在东街上。" }]);
    const { language, answer } = await ask("貓在哪裡？");
    expect(language).toBe("zh-Hant");
    expect(answer).toBe("報紙上寫道：\n[1] 猫在东街上。");
  });

  test("keeps the question as it was asked", async () => {
    const { ask } = await openNewspaper();
    expect((await ask(" 猫在哪里？\n")).question).toBe(" 猫在哪里？\n");
  });
});

describe("a question without an answer", () => {
  test("has no citation and names three close articles, the closest first", async () => {
    const { ask } = await openNewspaper();
    const { confidence, ...answer } = await ask("今天有什么新书？");
    expect(confidence).toBeLessThan(THRESHOLD);
    expect(answer).toMatchObject({ language: "zh", status: "not_found", citations: [] });
    expect(answer.nearest[0]).toEqual({ articleId: "rain", headline: "天气" });
    expect(new Set(answer.nearest.map(({ articleId }) => articleId)).size).toBe(3);
    const headlines = answer.nearest.map(({ headline }) => `- ${headline}`);
    expect(answer.answer).toBe(["报纸上没有找到答案。", "最接近的文章：", ...headlines].join("\n"));
  });

  test("names an article once however many of its passages are close", async () => {
    const text = Array.from({ length: 40 }, (_, i) => `第${i}天下雨，今天也下雨。`).join("");
    const { ask } = await openNewspaper([{ id: "rain", title: "天气", text }]);
    const { nearest } = await ask("今天有什么新书？");
    expect(nearest).toEqual([{ articleId: "rain", headline: "天气" }]);
  });

  test("links the close articles to the web reader, or to the paper's own site", async () => {
    const articles = [
      { id: "rain", title: "天气", text: "今天下雨。", url: "https://paper.example/rain" },
    ];
    const own = await openNewspaper(articles);
    const web = await openNewspaper(articles, "https://baowen.example");
    const linkOf = async ({ ask }: Newspaper) => (await ask("今天有什么新书？")).nearest[0]?.link;
    expect(await linkOf(own)).toBe("https://paper.example/rain");
    expect(await linkOf(web)).toBe("https://baowen.example/a/rain");
  });

  test.each(["", "？", "猫".repeat(501)])(
    "%#: what cannot be asked is refused",
    async (question) => {
      const { ask } = await openNewspaper();
      await expect(ask(question)).rejects.toBeInstanceOf(UserError);
    },
  );
});

describe("articles and pages", () => {
  test("articles come newest first, undated ones last in the order of their file", async () => {
    const newspaper = await openNewspaper();
    expect(newspaper.articles().map(({ id }) => id)).toEqual(["fish", "cats", "dogs", "rain"]);
  });

  test("an article is found by its id", async () => {
    const newspaper = await openNewspaper();
    expect(newspaper.article("dogs")?.text).toBe("狗在公园里跑。");
    expect(newspaper.article("wolves")).toBeUndefined();
  });

  test("a page gives every line with its label; files without lines are no pages", async () => {
    const page = "本版导读\n\n猫展开幕\n猫在东街展出，市民前来观看。\n";
    const newspaper = await openNewspaper(ANIMALS, undefined, { "corpus/004.txt": page });
    const printed = newspaper.page("004.txt");
    expect(printed?.file).toBe("004.txt");
    const texts = printed?.lines.map(({ n, text }) => [n, text]);
    expect(texts?.slice(0, 4)).toEqual([
      [1, "本版导读"],
      [2, ""],
      [3, "猫展开幕"],
      [4, "猫在东街展出，市民前来观看。"],
    ]);
    expect(printed?.labels.map(({ n }) => n)).toEqual(printed?.lines.map(({ n }) => n));
    expect(printed?.labels[1]?.role).toBe("blank");
    expect(newspaper.page("animals.jsonl")).toBeUndefined();
    expect(newspaper.page("005.txt")).toBeUndefined();
  });
});

test("every quote is the article's text between its offsets, whatever was printed", async () => {
  const pieces = fc.constantFrom(
    "猫",
    "狗",
    "鱼在",
    "。",
    "”",
    "！",
    "\n",
    " ",
    "🐱",
    "Cat. ",
    "　",
  );
  const text = fc.array(pieces, { minLength: 1, maxLength: 60 }).map((all) => `猫${all.join("")}`);
  const texts = fc.array(text, { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(texts, async (all) => {
      const newspaper = await openNewspaper(
        all.map((one, i) => ({ id: `a${i}`, title: "街", text: one })),
      );
      expectExact(await newspaper.ask("猫和狗在哪里？"), newspaper);
    }),
    { numRuns: 15 },
  );
});

function expectExact(answer: Answer, newspaper: Newspaper): void {
  expect(answer.status).toBe("answered");
  expect(answer.citations.map(({ n }) => n)).toEqual(answer.citations.map((_, i) => i + 1));
  expect(answer.citations.length).toBeGreaterThan(0);
  for (const { articleId, start, end, quote } of answer.citations) {
    expect(newspaper.article(articleId)?.text.slice(start, end)).toBe(quote);
    expect(quote.trim()).toBe(quote);
    expect(quote).not.toBe("");
  }
}

async function openNewspaper(
  articles: readonly SmallArticle[] = ANIMALS,
  publicUrl?: string,
  files?: Readonly<Record<string, string>>,
): Promise<Newspaper> {
  const { index, retriever } = await openSmallIndex(articles, files);
  const parts = { retriever, reader: decisiveReader() };
  return createNewspaper(index, publicUrl === undefined ? parts : { ...parts, publicUrl });
}

/** As the fake reader, but so sure that the answers do not hang on the exact threshold. */
function decisiveReader(): Reader {
  const reader = createFakeReader();
  return {
    read: async (question, window) => {
      const { relevance, spans } = await reader.read(question, window);
      return { relevance: 5 * relevance, spans };
    },
  };
}
