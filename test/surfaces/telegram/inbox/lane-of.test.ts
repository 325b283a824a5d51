import { expect, test } from "vitest";
import { laneOf } from "../../../../src/surfaces/telegram/inbox/lane-of.ts";

const CHAT = { chat: { id: -500 } };
const PERSON = { from: { id: 7 } };

test.each([
  ["a message", { message: { ...CHAT, ...PERSON } }],
  ["an edited message", { edited_message: { ...CHAT, ...PERSON } }],
  ["a button under a message", { callback_query: { ...PERSON, message: CHAT } }],
  ["a change of who is in the chat", { my_chat_member: { ...CHAT, ...PERSON } }],
])("%s is in the lane of its chat", (_, update) => {
  expect(lane(update)).toBe("-500");
});

test.each([
  ["an inline question", { inline_query: PERSON }],
  ["a chosen inline answer", { chosen_inline_result: PERSON }],
  ["a button under an inline answer", { callback_query: PERSON }],
])("%s has no chat and is in the lane of the person", (_, update) => {
  expect(lane(update)).toBe("7");
});

test("what belongs to no chat and no person shares a lane", () => {
  expect(lane({ poll: { id: "1" } })).toBe("others");
});

function lane(update: object): string {
  return laneOf({ update_id: 1, ...update });
}
