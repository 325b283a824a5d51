import { describe, expect, test } from "vitest";
import { UserError } from "../../../../src/errors.ts";
import type { Payload } from "../../../helpers/request-payload.ts";
import { answered, citation, message, reader } from "../bot-under-test.ts";
import { until } from "../inbox/inbox-under-test.ts";
import { startTalk, type Talk } from "./talk-under-test.ts";

describe("an inline question", () => {
  test("gives one result for each citation, which holds its own quote and place only", async () => {
    const citations = [citation(), citation({ n: 2, quote: "总结会召开。" })];
    const talk = await startTalk({
      ask: (question) => Promise.resolve(answered(question, { citations })),
    });
    const { results, button } = await answerTo(talk, "  会议指出了什么？ ");
    expect(button).toBeUndefined();
    expect(results.map(({ id, description }) => [id, description])).toEqual([
      ["1", "会议指出，要转作风。"],
      ["2", "总结会召开。"],
    ]);
    const [first, second] = results.map((it) => it.input_message_content.message_text);
    expect(first).toContain("会议指出，要转作风。");
    expect(first).not.toContain("总结会召开。");
    expect(second).toContain("总结会召开。");
    expect(second).toContain("2022年9月30日，第A02版");
  });

  test("is asked without the spaces around it, and without the turns of any chat", async () => {
    const asked: unknown[] = [];
    const talk = await startTalk({
      ask: (question, options) => {
        asked.push([question, options?.history ?? []]);
        return Promise.resolve(answered(question));
      },
    });
    await talk.say(message("谁主持了会议？"));
    await answerTo(talk, " 什么时候？\n");
    expect(asked.at(-1)).toEqual(["什么时候？", []]);
  });

  test("shows where it was printed as the title of an article without headline", async () => {
    const citations = [citation({ headline: " " })];
    const talk = await startTalk({
      ask: (question) => Promise.resolve(answered(question, { citations })),
    });
    const { results } = await answerTo(talk, "何时？");
    expect(results[0]?.title).toBe("2022年9月30日，第A02版");
  });

  test("shortens a long headline and a long quote, but shares the whole quote", async () => {
    const quote = "很长的一段话。".repeat(60);
    const citations = [citation({ headline: "标题".repeat(100), quote })];
    const talk = await startTalk({
      ask: (question) => Promise.resolve(answered(question, { citations })),
    });
    const [result] = (await answerTo(talk, "何时？")).results;
    expect(result?.title).toMatch(/^(?:标题)+标?…$/);
    expect(result?.title.length).toBeLessThanOrEqual(100);
    expect(result?.description.length).toBeLessThanOrEqual(200);
    expect(result?.input_message_content.message_text).toContain(quote);
  });

  test.each([
    ["en", "The paper does not say."],
    ["zh-hans", "报纸上没有找到答案。"],
    ["zh-hant", "報紙上沒有找到答案。"],
  ])("without an answer has a line that says so, in %s", async (language, words) => {
    const talk = await startTalk({
      ask: (question) =>
        Promise.resolve(answered(question, { status: "not_found", citations: [] })),
    });
    const { results, button } = await answerTo(talk, "票价？", language);
    expect(results).toEqual([]);
    expect(button?.text).toBe(words);
  });

  test("that is too long gives no result, and is no error", async () => {
    const talk = await startTalk({
      ask: () => Promise.reject(new UserError("Expected at most 1000 characters, got 2000.")),
    });
    const { results, button } = await answerTo(talk, "长".repeat(2000));
    expect(results).toEqual([]);
    expect(button?.text).toBe("The paper does not say.");
    expect([...talk.log.of("warn"), ...talk.log.of("error")]).toEqual([]);
    expect(talk.log.lines.join("\n")).not.toContain("长长");
  });

  test("that comes too late for Telegram is done without noise", async () => {
    const talk = await startTalk();
    const description =
      "Bad Request: query is too old and response timeout expired or query ID is invalid";
    talk.server.fail("answerInlineQuery", { code: 400, description });
    await answerTo(talk, "何时？");
    await until(() => talk.state.inbox.depth === 0);
    expect(talk.state.inbox.parked()).toEqual([]);
    expect([...talk.log.of("warn"), ...talk.log.of("error")]).toEqual([]);
  });
});

describe("an inline question without words", () => {
  test.each([
    ["en", "Write a question about the newspaper"],
    ["zh-hans", "写下关于报纸的问题"],
    ["zh-hant", "寫下關於報紙的問題"],
  ])("has a hint in %s, which Telegram is not to show to others", async (language, words) => {
    const talk = await startTalk({ ask: () => Promise.reject(new Error("Nothing to ask.")) });
    const { results, button, is_personal: isPersonal } = await answerTo(talk, " \n", language);
    expect(results).toEqual([]);
    expect(button?.text).toBe(words);
    expect(isPersonal).toBe(true);
  });

  test("leads by its hint to what the bot does, not to an article", async () => {
    const talk = await startTalk();
    const { button } = await answerTo(talk, "");
    const [reply] = await talk.say(message(`/start ${button?.start_parameter}`, reader("en")));
    expect(reply?.text).toContain("Ask me about the newspaper");
  });
});

/** What Telegram is given to show. */
interface Shown extends Payload {
  readonly results: readonly {
    readonly id: string;
    readonly title: string;
    readonly description: string;
    readonly input_message_content: { readonly message_text: string };
  }[];
  readonly button?: { readonly text: string; readonly start_parameter: string };
}

async function answerTo({ server }: Talk, query: string, language = "en"): Promise<Shown> {
  const before = server.callsOf("answerInlineQuery").length;
  const { from } = reader(language);
  server.push({ inline_query: { id: String(before), from, query, offset: "" } });
  await server.waitFor(() => server.callsOf("answerInlineQuery").length > before, "results");
  return server.callsOf("answerInlineQuery")[before]?.payload as Shown;
}
