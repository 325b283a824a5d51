import { describe, expect, test } from "vitest";
import { followDialogue } from "../../src/answer/dialogue.ts";
import { windowsOf } from "../../src/search/windows.ts";
import { UserError } from "../../src/errors.ts";
import type { Hit } from "../../src/search/hit.ts";
import type { Retriever } from "../../src/search/retriever.ts";
import { hitOf } from "../search/sample-hits.ts";

describe("followDialogue", () => {
  test("a first question is searched for by itself", async () => {
    const { lead, searched } = await follow("谁？", [], { "谁？": { a: 0.5, b: 0.25 } });
    expect(searched).toEqual(["谁？"]);
    expect(lead.question).toBe("谁？");
    expect(lead.windows).toEqual(windowsOf(lead.windows.map(({ hit }) => hit)));
    expect(articlesOf(lead.windows)).toEqual(["a", "b"]);
  });

  test("a follow-up is also searched for behind the question before, and read by itself", async () => {
    const { lead, searched } = await follow("何时？", ["猫展？"], {
      "猫展？": { cats: 0.5 },
      "何时？": { dogs: 0.25 },
      "猫展？ 何时？": { cats: 0.5, dogs: 0.25 },
    });
    expect(searched).toEqual(["何时？", "猫展？", "猫展？ 何时？"]);
    expect(lead.question).toBe("何时？");
    // (0 + .5 × .5 + .2) against (.25 + .5 × .25), both through 1.5.
    expect(lead.windows.map(({ hit, score }) => [hit.articleId, score.toFixed(4)])).toEqual([
      ["cats", "0.3000"],
      ["dogs", "0.2500"],
    ]);
  });

  test("a question that finds its own article by itself is not dragged back", async () => {
    const { lead } = await follow("狗展何时？", ["猫展？"], {
      "猫展？": { cats: 0.5 },
      "狗展何时？": { dogs: 0.5, cats: 0.25 },
      "猫展？ 狗展何时？": { cats: 0.375, dogs: 0.375 },
    });
    expect(articlesOf(lead.windows)).toEqual(["dogs", "cats"]);
  });

  test("the article in focus is that of the question before, as it was understood then", async () => {
    const { lead } = await follow("多少？", ["猫展？", "何时？"], {
      "猫展？": { cats: 0.5 },
      "何时？": { dogs: 0.125 },
      "猫展？ 何时？": { cats: 0.5 },
      "多少？": { dogs: 0.25, cats: 0.1875 },
      "何时？ 多少？": { dogs: 0.25, cats: 0.25 },
    });
    expect(articlesOf(lead.windows)).toEqual(["cats", "dogs"]);
  });

  test("no more than the last three questions are looked at, however long the dialogue is", async () => {
    const history = Array.from({ length: 9 }, (_, i) => `问${i}`);
    const { searched } = await follow("末", history, {});
    expect(searched).toEqual(["末", "问8", "问7", "问6", "问6 问7", "问7 问8", "问8 末"]);
  });

  test("a hit comes once, though several of its windows do", async () => {
    const long = `${"长".repeat(149)}。`;
    const hit = hitOf("a", [long, long], 0, [0.5, 0.25]);
    const retriever: Retriever = { search: (query) => Promise.resolve({ query, hits: [hit] }) };
    const lead = await followDialogue(retriever, "二", { history: ["一"], limit: 5 });
    expect(lead.windows).toHaveLength(2);
    expect(lead.windows.every((window) => window.hit === hit)).toBe(true);
  });

  test("earlier questions without a word in them are passed over", async () => {
    const { searched } = await follow("何时？", ["猫展？", "？！", "👍"], {});
    expect(searched).toEqual(["何时？", "猫展？", "猫展？ 何时？"]);
  });

  test("what is too long together is cut at its start, never refused", async () => {
    const long = "长".repeat(490);
    const { searched } = await follow("末？", [long], {});
    expect(searched).toEqual(["末？", long.slice(-480), `${long} 末？`.slice(-480)]);
  });

  test("a question that cannot be searched for is refused", async () => {
    const retriever: Retriever = { search: () => Promise.reject(new UserError("no words")) };
    const followed = followDialogue(retriever, "？", { history: [], limit: 5 });
    await expect(followed).rejects.toThrow(UserError);
  });
});

/** What each query finds: by article how well its only sentence agrees. */
type Findable = Readonly<Record<string, Readonly<Record<string, number>>>>;

async function follow(question: string, history: readonly string[], findable: Findable) {
  const searched: string[] = [];
  const retriever: Retriever = {
    search: (query) => {
      searched.push(query);
      const hits: Hit[] = Object.entries(findable[query] ?? {}).map(([article, agreement]) =>
        hitOf(article, ["一句。"], 0, [agreement]),
      );
      return Promise.resolve({ query, hits });
    },
  };
  const lead = await followDialogue(retriever, question, { history, limit: 5 });
  return { lead, searched };
}

function articlesOf(windows: readonly { readonly hit: Hit }[]): string[] {
  return windows.map(({ hit }) => hit.articleId);
}
