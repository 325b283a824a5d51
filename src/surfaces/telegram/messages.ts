/**
 * What the bot says about itself, as plain text, in one language. The words of an answer are in
 * `answer/phrases.ts`, in more languages.
 */
export interface Messages {
  readonly start: () => string;
  readonly help: () => string;
  /** To a photo, a voice message, a sticker, a file. */
  readonly notText: () => string;
  /** When something broke on our side. */
  readonly failed: () => string;
  readonly unknownArticle: () => string;
  readonly noHeadline: () => string;
  /** The command list of the chat's menu: name and what it does. */
  readonly commands: () => { command: string; description: string }[];
}

/** The bot's words in a reader's language, or the nearest it speaks. */
export function messagesFor(language: string): Messages {
  return spokenFor(language) === "zh" ? chinese : english;
}

/** What the bot speaks with a reader: Chinese with those who read any kind of it, else English. */
export function spokenFor(language: string): "zh" | "en" {
  return /^zh\b/i.test(language) ? "zh" : "en";
}

const english: Messages = {
  start: () =>
    "Ask me about the newspaper, in your own words and your own language. I answer with the " +
    "paper's own words and tell you where they were printed.\n\n" +
    "For example: What did the 能力作风建设年 meeting decide?",
  help: () =>
    "Write a question and send it. You get the sentences of the paper that answer it, with the " +
    "article they come from. If the paper does not say, I tell you so.\n\n" +
    "Tap a headline to read the whole article.\n" +
    "In a group, mention me or reply to one of my messages.",
  notText: () => "I can only read text. Write your question in words and send it.",
  failed: () => "Sorry, something went wrong on my side. Ask again in a moment.",
  unknownArticle: () => "I no longer have that article. Ask me about it instead.",
  noHeadline: () => "(without headline)",
  commands: () => [
    { command: "start", description: "What this bot does" },
    { command: "help", description: "How to ask" },
  ],
};

const chinese: Messages = {
  start: () =>
    "用您自己的话问我报纸上的事，什么语言都可以。我用报纸的原文回答，并告诉您登在哪里。\n\n" +
    "例如：能力作风建设年活动总结会是哪天召开的？",
  help: () =>
    "写下问题发给我，我会找出报纸上回答它的原句和所在的文章。报纸上没有的，我会直说。\n\n" +
    "点标题可以看全文。\n" +
    "在群里请@我，或者回复我的消息。",
  notText: () => "我只能看懂文字，请把问题写成文字发给我。",
  failed: () => "抱歉，我这边出了点问题，请稍后再问一次。",
  unknownArticle: () => "这篇文章我这里已经没有了，您可以直接提问。",
  noHeadline: () => "（无标题）",
  commands: () => [
    { command: "start", description: "我能做什么" },
    { command: "help", description: "怎样提问" },
  ],
};
