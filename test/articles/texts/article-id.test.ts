import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleId, articleIds } from "../../../src/articles/texts/article-id.ts";

describe("articleId", () => {
  it("depends on the file and on the first words, whatever their width, case and blanks", () => {
    const id = articleId("a.txt", "本报讯 APP ２０２２年，开放");
    expect(articleId("a.txt", "本报讯app2022年开放")).toBe(id);
    expect(articleId("b.txt", "本报讯app2022年开放")).not.toBe(id);
    expect(articleId("a.txt", "本报讯app2023年开放")).not.toBe(id);
  });

  it("stays when the end of a long text changes", () => {
    const lead =
      "本报讯昨日市里召开大会部署今年的各项重点工作要求各区各部门抓紧抓好落实到位见到实效不得拖延";
    expect(articleId("a.txt", `${lead}。明天再说`)).toBe(articleId("a.txt", lead));
  });

  it("is the same in every release, since links are made of it", () => {
    expect(articleId("a.txt", "本报讯 昨日")).toBe("053f0c56f8f7");
  });
});

describe("articleIds", () => {
  it("numbers equal beginnings in their order", () => {
    const [first, second, third] = articleIds("a.txt", ["同", "同", "同"]);
    expect([second, third]).toEqual([`${first ?? ""}-2`, `${first ?? ""}-3`]);
  });

  it("gives different, short ids that a URL can hold, whatever the texts", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.string({ maxLength: 3 }), { maxLength: 30 }),
        (file, texts) => {
          const ids = articleIds(file, texts);
          expect(new Set(ids).size).toBe(texts.length);
          for (const id of ids) expect(id).toMatch(/^[a-z0-9-]{1,32}$/);
        },
      ),
    );
  });
});
