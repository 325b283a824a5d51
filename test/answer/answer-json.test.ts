import { describe, expect, test } from "vitest";
import { answerJson, articleJson } from "../../src/answer/answer-json.ts";
import type { Answer } from "../../src/answer/answer.ts";
import type { Article } from "../../src/articles/article.ts";

const answered: Answer = {
  question: "几点开馆？",
  language: "zh",
  status: "answered",
  confidence: 0.93,
  answer: "报上这样写：上午九点开馆。",
  citations: [
    {
      n: 1,
      articleId: "library",
      headline: "新图书馆开馆",
      quote: "上午九点开馆。",
      start: 3,
      end: 10,
      source: { file: "004.txt", lines: [4, 5] },
    },
  ],
  nearest: [],
};

const article: Article = {
  id: "library",
  headline: "新图书馆开馆",
  captions: ["读者在馆内"],
  text: "本报讯上午九点开馆。",
  source: { file: "004.txt", lines: [4, 5] },
  lineSpans: [{ line: 4, start: 0, end: 10 }],
};

describe("answerJson", () => {
  test("an answer has every key of the contract in its order, null for what is absent", () => {
    expect(JSON.stringify(answerJson(answered))).toBe(
      '{"question":"几点开馆？","language":"zh","status":"answered","confidence":0.93,' +
        '"answer":"报上这样写：上午九点开馆。","citations":[{"n":1,"articleId":"library",' +
        '"headline":"新图书馆开馆","quote":"上午九点开馆。","start":3,"end":10,"link":null,' +
        '"source":{"file":"004.txt","page":null,"lines":[4,5],"date":null,"url":null}}],"nearest":[]}',
    );
  });

  test("an id comes first and only where it was given", () => {
    expect(Object.keys(answerJson(answered, "q1"))[0]).toBe("id");
    expect(answerJson(answered, "q1").id).toBe("q1");
    expect("id" in answerJson(answered)).toBe(false);
  });

  test("what is known about the source and the link is said", () => {
    const [citation] = answered.citations;
    if (citation === undefined) throw new Error("The fixture has a citation.");
    const source = {
      file: "004.txt",
      lines: [4, 5] as const,
      page: "A02",
      date: "2022-09-30",
      url: "https://paper.example/4",
    };
    const json = answerJson({
      ...answered,
      citations: [{ ...citation, source, link: "https://baowen.example/a/library" }],
    });
    expect(json.citations[0]?.source).toEqual(source);
    expect(json.citations[0]?.link).toBe("https://baowen.example/a/library");
  });

  test("the closest articles of an answer that was not found carry a link or null", () => {
    const nearest = [
      { articleId: "library", headline: "新图书馆开馆" },
      { articleId: "quiz", headline: "答题", link: "https://baowen.example/a/quiz" },
    ];
    const json = answerJson({ ...answered, status: "not_found", citations: [], nearest });
    expect(json.citations).toEqual([]);
    expect(json.nearest).toEqual([
      { articleId: "library", headline: "新图书馆开馆", link: null },
      { articleId: "quiz", headline: "答题", link: "https://baowen.example/a/quiz" },
    ]);
  });
});

describe("articleJson", () => {
  test("an article has every key of the contract in its order, null for what is absent", () => {
    expect(JSON.stringify(articleJson(article))).toBe(
      '{"id":"library","headline":"新图书馆开馆","subheadline":null,"byline":null,"date":null,' +
        '"text":"本报讯上午九点开馆。","confidence":null,' +
        '"source":{"file":"004.txt","page":null,"lines":[4,5],"url":null}}',
    );
  });

  test("the confidence has three places", () => {
    expect(articleJson({ ...article, confidence: 0.65449 }).confidence).toBe(0.654);
  });

  test("the date is at the top and the edition beside the page where they are known", () => {
    const json = articleJson({
      ...article,
      subheadline: "藏书三十万册",
      byline: "记者 景静",
      source: {
        ...article.source,
        date: "2022-09-30",
        edition: "二七时讯",
        page: "A02",
        url: "https://paper.example/4",
      },
    });
    expect(json).toMatchObject({
      subheadline: "藏书三十万册",
      byline: "记者 景静",
      date: "2022-09-30",
    });
    expect(json.source).toEqual({
      file: "004.txt",
      page: "A02",
      lines: [4, 5],
      url: "https://paper.example/4",
      edition: "二七时讯",
    });
  });
});
