import type { Message } from "grammy/types";

/** The words of a message without the mention of the bot; undefined when it holds no words. */
export function questionIn(message: Message, username: string): string | undefined {
  const text = message.text ?? message.caption;
  return text?.replace(mentionOf(username), " ").trim();
}

/** Whether a message is meant for the bot: in a private chat, by a mention, or as a reply to it. */
export function isAddressed(message: Message, me: { id: number; username: string }): boolean {
  if (message.chat.type === "private") return true;
  const text = message.text ?? message.caption ?? "";
  return mentionOf(me.username).test(text) || isReplyTo(message, me.id);
}

// Not inside an address such as reader@baowen_bot.example, nor as the start of a longer name.
function mentionOf(username: string): RegExp {
  return new RegExp(`(?<![\\w@])@${username}(?!\\w)`, "giu");
}

// Every message of a forum topic replies to the one that opened the topic.
function isReplyTo(message: Message, id: number): boolean {
  const original = message.reply_to_message;
  return original?.from?.id === id && original.forum_topic_created === undefined;
}
