import { isEmptyToTelegram } from "./empty-text.ts";
import type { Payload } from "./request-payload.ts";
import type { ApiCall } from "./sent-messages.ts";
import { parseTelegramHtml } from "./telegram-html.ts";

/** What Telegram has against a call, as it words it; undefined when nothing. https://core.telegram.org/bots/api */
export function complaintAbout({ method, payload }: ApiCall): string | undefined {
  const markup = payload["reply_markup"] as { inline_keyboard?: Button[][] } | undefined;
  const aboutKeyboard = (markup?.inline_keyboard ?? []).flat().map(aboutButton).find(Boolean);
  return aboutKeyboard ?? RULES[method]?.(payload);
}

const RULES: Readonly<Record<string, (payload: Payload) => string | undefined>> = {
  answerCallbackQuery: ({ text = "" }) =>
    (text as string).length > 200 ? "MESSAGE_TOO_LONG" : undefined,
  answerInlineQuery: ({ results }) => aboutResults(results as Result[]),
  setMyCommands: ({ commands }) => aboutCommands(commands as Command[]),
  sendMessageDraft: aboutDraft,
  setWebhook: aboutWebhook,
};

interface Button {
  readonly text: string;
  readonly url?: string;
  readonly callback_data?: string;
}

function aboutButton({ text, url, callback_data: data }: Button): string | undefined {
  if (isEmptyToTelegram(text)) return "inline keyboard button text must be non-empty";
  if (url !== undefined && data !== undefined) return "exactly one optional field must be used";
  if (url !== undefined) return aboutUrl(url);
  if (data === undefined) return "Text buttons are unallowed in the inline keyboard";
  const bytes = Buffer.byteLength(data);
  return bytes >= 1 && bytes <= 64 ? undefined : "BUTTON_DATA_INVALID";
}

function aboutUrl(url: string): string | undefined {
  const isGood = URL.canParse(url) && /^(https?|tg):/.test(url);
  return isGood ? undefined : "inline keyboard button URL is invalid";
}

/** Only in a private chat, under a number that is not 0. */
function aboutDraft({ chat_id: chat, draft_id: id, text }: Payload): string | undefined {
  if (!(Number(chat) > 0)) return "TEXTDRAFT_PEER_INVALID";
  if (!Number.isSafeInteger(id) || id === 0) return "draft_id must be non-zero";
  if (typeof text !== "string" || isEmptyToTelegram(text)) return "message text is empty";
  return text.length > 4096 ? "message is too long" : undefined;
}

function aboutWebhook({ url = "", secret_token: secret = "x" }: Payload): string | undefined {
  if (url !== "" && !/^https?:\/\/./.test(url as string)) {
    return "bad webhook: An HTTPS URL must be provided for webhook";
  }
  return /^[\w-]{1,256}$/.test(secret as string)
    ? undefined
    : "secret token contains unallowed characters";
}

interface Result {
  readonly id: string;
  readonly title: string;
  readonly input_message_content: { readonly message_text: string };
}

function aboutResults(results: readonly Result[]): string | undefined {
  if (results.length > 50) return "RESULTS_TOO_MUCH";
  if (new Set(results.map(({ id }) => id)).size < results.length) return "RESULT_ID_DUPLICATE";
  return results
    .map(({ id, title, input_message_content: { message_text: html } }) => {
      if (id === "" || Buffer.byteLength(id) > 64) return "RESULT_ID_INVALID";
      if (isEmptyToTelegram(title)) return "ARTICLE_TITLE_EMPTY";
      const parsed = parseTelegramHtml(html);
      if ("error" in parsed) return `can't parse entities: ${parsed.error}`;
      return isEmptyToTelegram(parsed.text) || parsed.text.length > 4096
        ? "MESSAGE_TOO_LONG"
        : undefined;
    })
    .find(Boolean);
}

interface Command {
  readonly command: string;
  readonly description: string;
}

function aboutCommands(commands: readonly Command[]): string | undefined {
  const isRight = ({ command, description }: Command): boolean =>
    /^[a-z0-9_]{1,32}$/.test(command) && description !== "" && description.length <= 256;
  if (commands.length > 100) return "BOT_COMMANDS_TOO_MUCH";
  return commands.every(isRight) ? undefined : "BOT_COMMAND_INVALID";
}
