import { escapeHtml, wellFormed } from "./html.ts";
import { splitText } from "./split-text.ts";
import { isVisible } from "./visible.ts";

/** One Telegram message, with markup and without. */
export interface RenderedMessage {
  readonly html: string;
  /** The same words, for when the markup is refused. Never longer than `html`. */
  readonly plain: string;
}

/**
 * Most UTF-16 units of a message. Telegram counts after taking the markup out; here the markup counts
 * too, which is always safe. https://core.telegram.org/bots/api#sendmessage
 */
export const MESSAGE_LIMIT = 4096;

const BETWEEN_BLOCKS = "\n\n";

/** Puts blocks into as few messages as hold them, in order. No block may exceed the limit itself. */
export function packBlocks(blocks: readonly RenderedMessage[]): RenderedMessage[] {
  const messages: RenderedMessage[] = [];
  for (const { html, plain } of blocks) {
    const block = { html, plain: wellFormed(plain) };
    const last = messages.at(-1);
    if (last !== undefined && fits(last, block)) {
      messages[messages.length - 1] = joined(last, block);
    } else {
      messages.push(block);
    }
  }
  return messages;
}

/** Plain words as a block, or as several where they are too long for one message. */
export function textBlocks(text: string): RenderedMessage[] {
  return splitText(text, { first: MESSAGE_LIMIT, rest: MESSAGE_LIMIT })
    .filter(isVisible)
    .map((piece) => ({ html: escapeHtml(piece), plain: wellFormed(piece) }));
}

function fits(message: RenderedMessage, block: RenderedMessage): boolean {
  return message.html.length + BETWEEN_BLOCKS.length + block.html.length <= MESSAGE_LIMIT;
}

function joined(message: RenderedMessage, block: RenderedMessage): RenderedMessage {
  return {
    html: message.html + BETWEEN_BLOCKS + block.html,
    plain: message.plain + BETWEEN_BLOCKS + block.plain,
  };
}
