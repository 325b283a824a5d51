import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { SentMessage } from "../../helpers/bot-api-server.ts";
import { answered, message, reader } from "./bot-under-test.ts";
import { gate, until } from "./inbox/inbox-under-test.ts";
import { buttonsOf, startTalk, type Talk } from "./talk/talk-under-test.ts";

const ENGLISH = reader("en");
const THINKING = "I am looking through the paper…";
const QUOTES = ["会议指出，要转作风。"];

describe("a question that takes longer than two seconds", () => {
  test("shows a draft in a private chat, in its topic, and then the answer as a message", async () => {
    const { talk, askAndWait, release } = await slowTalk();
    const { server } = talk;
    const topic = { is_topic_message: true, message_thread_id: 7 };
    await askAndWait(message("何时？", { ...ENGLISH, ...topic }));
    await server.waitFor(() => server.callsOf("sendMessageDraft").length === 1, "a draft");
    const { draft_id: draft, ...shown } = server.callsOf("sendMessageDraft")[0]?.payload ?? {};
    expect(shown).toEqual({ chat_id: 1001, message_thread_id: 7, text: THINKING });
    expect(draft).toBeGreaterThan(0);
    expect(server.sent).toEqual([]);
    release();
    const [answer] = await server.waitForSent(1);
    expect(answer).toMatchObject({ method: "sendMessage", quotes: QUOTES });
  });

  test("shows a message in a group, as a reply, which becomes the answer with its buttons", async () => {
    const { talk, shownFor, release } = await slowTalk();
    const { server } = talk;
    const shown = await shownFor(inGroup({ message_id: 8 }));
    expect(shown).toMatchObject({ method: "sendMessage", chatId: -500, text: THINKING });
    expect(shown?.payload["reply_parameters"]).toMatchObject({ message_id: 8 });
    expect(buttonsOf(shown)).toEqual({});
    release();
    const [, answer] = await server.waitForSent(2);
    expect(answer).toMatchObject({
      method: "editMessageText",
      messageId: shown?.messageId,
      quotes: QUOTES,
    });
    expect(Object.keys(buttonsOf(answer))).toContain("Not helpful");
    expect(server.callsOf("sendMessage")).toHaveLength(1);
    expect(server.callsOf("sendMessageDraft")).toEqual([]);
  });

  test("and then fails has the apology in place of the message in a group", async () => {
    const { talk, shownFor, release } = await slowTalk(() => Promise.reject(new Error("broken")));
    const shown = await shownFor(inGroup());
    release();
    const [, sorry] = await talk.server.waitForSent(2);
    expect(sorry).toMatchObject({ method: "editMessageText", messageId: shown?.messageId });
    expect(sorry?.text).toContain("something went wrong on my side");
  });

  test("is answered by a new message where the one in the group was deleted meanwhile", async () => {
    const { talk, shownFor, release } = await slowTalk();
    const shown = await shownFor(inGroup());
    const description = "Bad Request: message to edit not found";
    talk.server.fail("editMessageText", { code: 400, description });
    release();
    const [, answer] = await talk.server.waitForSent(2);
    expect(answer).toMatchObject({ method: "sendMessage", quotes: QUOTES });
    expect(answer?.messageId).not.toBe(shown?.messageId);
  });

  test.each([
    ["a draft in a private chat", "sendMessageDraft", () => message("何时？", ENGLISH)],
    ["a message in a group", "sendMessage", inGroup],
  ])("is answered where %s was refused, without noise", async (_, method, question) => {
    const { talk, askAndWait, release } = await slowTalk();
    const { server, log } = talk;
    server.fail(method, { code: 400, description: "Bad Request: not enough rights" });
    await askAndWait(question());
    await server.waitFor(() => server.callsOf(method).length === 1, method);
    release();
    const [answer] = await server.waitForSent(1);
    expect(answer).toMatchObject({ method: "sendMessage", quotes: QUOTES });
    expect([...log.of("warn"), ...log.of("error")]).toEqual([]);
  });
});

test("a question that is quick shows nothing but the answer, in a group too", async () => {
  const talk = await startTalk();
  const [answer] = await talk.say(inGroup());
  expect(answer).toMatchObject({ method: "sendMessage", quotes: QUOTES });
  expect(talk.server.callsOf("editMessageText")).toEqual([]);
});

function inGroup(changes: object = {}): { message: object } {
  const chat = { id: -500, type: "supergroup", title: "Readers" };
  return message("@baowen_test_bot 何时？", { chat, ...ENGLISH, ...changes });
}

interface SlowTalk {
  readonly talk: Talk;
  /** Sends a question and lets two seconds pass once the paper has it. */
  readonly askAndWait: (question: object) => Promise<void>;
  /** The message that the bot has shown by then. */
  readonly shownFor: (question: object) => Promise<SentMessage | undefined>;
  /** Lets the paper answer. */
  readonly release: () => void;
}

async function slowTalk(
  answer = (question: string) => Promise.resolve(answered(question)),
): Promise<SlowTalk> {
  const { passed, open: release } = gate();
  let asked = 0;
  const talk = await startTalk({
    ask: async (question) => {
      asked += 1;
      await passed;
      return answer(question);
    },
  });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const askAndWait = async (question: object): Promise<void> => {
    talk.server.push({ ...question });
    await until(() => asked === 1);
    vi.advanceTimersByTime(2000);
  };
  const shownFor = async (question: object): Promise<SentMessage | undefined> => {
    await askAndWait(question);
    return (await talk.server.waitForSent(1))[0];
  };
  return { talk, askAndWait, shownFor, release };
}
