import type { Context } from "grammy";
import type { Place } from "../chats/chat-store.ts";

/** The forum topic that an update belongs to, as call options. */
export function topicOf(ctx: Context): { message_thread_id?: number } {
  const { topic } = placeOf(ctx);
  return topic === 0 ? {} : { message_thread_id: topic };
}

/** The chat and the forum topic of an update: each has a memory of its own. */
export function placeOf(ctx: Context): Place {
  const { is_topic_message: isTopic, message_thread_id: thread } = ctx.msg ?? {};
  return { chat: ctx.chat?.id ?? 0, topic: isTopic === true ? (thread ?? 0) : 0 };
}
