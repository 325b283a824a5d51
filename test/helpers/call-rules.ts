import type { ApiCall } from "./sent-messages.ts";
import { parseTelegramHtml } from "./telegram-html.ts";

/** What Telegram has against a call, as it words it; undefined when nothing. https://core.telegram.org/bots/api */
export function complaintAbout({ method, payload }: ApiCall): string | undefined {
  const markup = payload["reply_markup"] as { inline_keyboard?: Button[][] } | undefined;
  const aboutKeyboard = (markup?.inline_keyboard ?? []).flat().map(aboutButton).find(Boolean);
  if (aboutKeyboard !== undefined) return aboutKeyboard;
  switch (method) {
    case "answerCallbackQuery":
      return ((payload["text"] as string | undefined) ?? "").length > 200
        ? "MESSAGE_TOO_LONG"
        : undefined;
    case "answerInlineQuery":
      return aboutResults(payload["results"] as Result[]);
    case "setMyCommands":
      return aboutCommands(payload["commands"] as Command[]);
    default:
      return undefined;
  }
}

interface Button {
  readonly text: string;
  readonly url?: string;
  readonly callback_data?: string;
}

function aboutButton({ text, url, callback_data: data }: Button): string | undefined {
  if (text.trim() === "") return "inline keyboard button text must be non-empty";
  if (url !== undefined) {
    return URL.canParse(url) && /^https?:|^tg:/.test(url)
      ? undefined
      : "inline keyboard button URL is invalid";
  }
  const bytes = Buffer.byteLength(data ?? "");
  return bytes >= 1 && bytes <= 64 ? undefined : "BUTTON_DATA_INVALID";
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
      if (title.trim() === "") return "ARTICLE_TITLE_EMPTY";
      const parsed = parseTelegramHtml(html);
      if ("error" in parsed) return `can't parse entities: ${parsed.error}`;
      return parsed.text === "" || parsed.text.length > 4096 ? "MESSAGE_TOO_LONG" : undefined;
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
  return commands.every(isRight) ? undefined : "BOT_COMMAND_INVALID";
}
