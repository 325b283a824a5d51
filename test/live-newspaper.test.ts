import { describe, expect, test } from "vitest";
import type { Answer } from "../src/answer/answer.ts";
import { createLiveNewspaper } from "../src/live-newspaper.ts";
import type { OpenNewspaper } from "../src/surfaces/cli/services.ts";
import { answered, ARTICLE, fakeNewspaper } from "./surfaces/telegram/bot-under-test.ts";

describe("createLiveNewspaper", () => {
  test("a question in hand is answered by the paper it came to, which is closed only then", async () => {
    let answerFirst: (answer: Answer) => void = () => undefined;
    const first = paper("first", () => new Promise((resolve) => (answerFirst = resolve)));
    const second = paper("second");
    const live = createLiveNewspaper(first.open);
    const asked = live.newspaper.ask("谁？");
    live.replace(second.open);
    expect(first.closed()).toBe(0);
    expect((await live.newspaper.ask("谁？")).question).toBe("second");
    answerFirst(answered("first"));
    expect((await asked).question).toBe("first");
    expect(first.closed()).toBe(1);
    expect(second.closed()).toBe(0);
  });

  test("is closed by the last of several questions, and only once", async () => {
    const answer: (() => void)[] = [];
    const first = paper("first", () => {
      return new Promise((resolve) =>
        answer.push(() => {
          resolve(answered("first"));
        }),
      );
    });
    const live = createLiveNewspaper(first.open);
    const asked = [live.newspaper.ask("谁？"), live.newspaper.ask("何时？")];
    live.replace(paper("second").open);
    answer[1]?.();
    await asked[1];
    expect(first.closed()).toBe(0);
    answer[0]?.();
    await asked[0];
    expect(first.closed()).toBe(1);
    live.close();
    expect(first.closed()).toBe(1);
  });

  test("one that nobody is asking is closed at once", () => {
    const first = paper("first");
    const live = createLiveNewspaper(first.open);
    live.replace(paper("second").open);
    expect(first.closed()).toBe(1);
  });

  test("a question that fails does not keep its paper open", async () => {
    const first = paper("first", () => Promise.reject(new Error("broken")));
    const live = createLiveNewspaper(first.open);
    const asked = live.newspaper.ask("谁？");
    live.replace(paper("second").open);
    await expect(asked).rejects.toThrow("broken");
    expect(first.closed()).toBe(1);
  });

  test("articles and pages are those of the paper in use, and closing closes it", () => {
    const second = paper("second");
    const live = createLiveNewspaper(paper("first").open);
    live.replace(second.open);
    expect(live.newspaper.articles()).toEqual([ARTICLE]);
    expect(live.newspaper.article(ARTICLE.id)).toBe(ARTICLE);
    expect(live.newspaper.page("x.txt")).toBeUndefined();
    live.close();
    expect(second.closed()).toBe(1);
  });
});

/** A paper whose answers bear its name, and how often it was closed. */
function paper(name: string, ask = (): Promise<Answer> => Promise.resolve(answered(name))) {
  let closed = 0;
  const search = (query: string) => Promise.resolve({ query, hits: [] });
  const open: OpenNewspaper = {
    newspaper: fakeNewspaper({ ask }),
    retriever: { search },
    readingRetriever: { search },
    close: () => {
      closed += 1;
    },
  };
  return { open, closed: () => closed };
}
