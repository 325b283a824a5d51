import { isEmptyToTelegram } from "./empty-text.ts";
import type { Payload } from "./request-payload.ts";
import { parseTelegramHtml } from "./telegram-html.ts";

/** A call of the Bot API as it came in. */
export interface ApiCall {
  /** What stands in the address between host and `/bot`. */
  readonly root: string;
  readonly method: string;
  readonly payload: Payload;
}

/** A message that was accepted, new or rewritten: `text` is what the reader sees. */
export interface SentMessage extends ApiCall {
  readonly chatId: number;
  readonly messageId: number;
  readonly text: string;
  /** What stands inside block quotes, in order. */
  readonly quotes: readonly string[];
  readonly links: readonly string[];
}

const LONGEST_TEXT = 4096;

/** The messages of a bot, with Telegram's rules for writing, rewriting and deleting them. */
export class Messages {
  readonly accepted: SentMessage[] = [];
  private nextId = 9001;
  /** What stands in the chats now. */
  private readonly standing = new Map<number, SentMessage>();
  /** Messages of readers, by chat and number. */
  private readonly seen = new Set<string>();

  /** Notes the message of a reader that an update brings: it can be replied to. */
  see(update: Readonly<Record<string, unknown>>): void {
    const message = (update["message"] ?? update["edited_message"]) as
      { message_id: number; chat?: { id: number } } | undefined;
    if (message !== undefined) this.seen.add(`${message.chat?.id} ${message.message_id}`);
  }

  /** The result of a call, or Telegram's complaint; undefined for one that is not about messages. */
  call(call: ApiCall): object | true | string | undefined {
    switch (call.method) {
      case "sendMessage":
        return this.complaintAboutReply(call) ?? this.put(call, this.nextId);
      case "editMessageText":
        return this.edit(call);
      case "deleteMessage":
        return this.standing.delete(idIn(call)) || "message to delete not found";
      default:
        return undefined;
    }
  }

  private complaintAboutReply({ payload }: ApiCall): string | undefined {
    const reply = payload["reply_parameters"] as
      { message_id: number; allow_sending_without_reply?: boolean } | undefined;
    if (reply === undefined || reply.allow_sending_without_reply === true) return undefined;
    const chat = Number(payload["chat_id"]);
    const isOurs = this.standing.get(reply.message_id)?.chatId === chat;
    const isThere = isOurs || this.seen.has(`${chat} ${reply.message_id}`);
    return isThere ? undefined : "message to be replied not found";
  }

  private edit(call: ApiCall): object | string {
    const before = this.standing.get(idIn(call));
    if (before?.chatId !== Number(call.payload["chat_id"])) return "message to edit not found";
    const isSame = (key: string): boolean =>
      JSON.stringify(call.payload[key]) === JSON.stringify(before.payload[key]);
    if (isSame("text") && isSame("reply_markup")) return "message is not modified";
    return this.put(call, before.messageId);
  }

  private put(call: ApiCall, messageId: number): object | string {
    const { payload } = call;
    const raw = payload["text"];
    if (typeof raw !== "string") return "message text is empty";
    const parsed =
      payload["parse_mode"] === "HTML"
        ? parseTelegramHtml(raw)
        : { text: raw.trim(), quotes: [], links: [] };
    if ("error" in parsed) return `can't parse entities: ${parsed.error}`;
    if (isEmptyToTelegram(parsed.text)) return "message text is empty";
    if (parsed.text.length > LONGEST_TEXT) return "message is too long";
    if (/\p{Surrogate}/u.test(raw)) return "strings must be encoded in UTF-8";
    const chatId = Number(payload["chat_id"]);
    const message = { ...call, chatId, messageId, ...parsed };
    this.accepted.push(message);
    this.standing.set(messageId, message);
    this.nextId = Math.max(this.nextId, messageId + 1);
    const date = Math.floor(Date.now() / 1000);
    return { message_id: messageId, date, chat: { id: chatId }, text: raw };
  }
}

function idIn({ payload }: ApiCall): number {
  return Number(payload["message_id"]);
}
