import type { Update } from "grammy/types";

/** The chat that an update belongs to, or else the person it comes from: what is handled in order. */
export function laneOf(update: Update): string {
  return String((chatOf(update) ?? personOf(update))?.id ?? "others");
}

function chatOf({ message, edited_message: edited, callback_query: button, ...update }: Update) {
  const own = message ?? edited ?? button?.message ?? update.my_chat_member;
  return own?.chat;
}

function personOf({ callback_query, inline_query, chosen_inline_result }: Update) {
  return (callback_query ?? inline_query ?? chosen_inline_result)?.from;
}
