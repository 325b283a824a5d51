import type { LineRole } from "../../articles/lines/line-role.ts";
import type { LineRange } from "../../articles/article.ts";

/** Every word of the interface in one language. The paper's own words are never translated. */
export interface Wording {
  readonly lang: "zh-CN" | "en";
  readonly site: string;
  readonly motto: string;
  readonly questionLabel: string;
  readonly questionExample: string;
  readonly ask: string;
  readonly answered: string;
  readonly notFound: string;
  readonly nearest: string;
  readonly confidence: (percent: number) => string;
  readonly recent: string;
  readonly noArticles: string;
  readonly noHeadline: string;
  readonly pageNumber: (page: string) => string;
  readonly lines: (lines: LineRange) => string;
  readonly captions: string;
  readonly pageMap: string;
  readonly original: string;
  readonly pageMapOf: (file: string) => string;
  readonly pageMapHint: string;
  readonly columns: { readonly line: string; readonly role: string; readonly text: string };
  readonly roles: Readonly<Record<LineRole, string>>;
  readonly unknownPlace: string;
  readonly unknownPlaceHint: string;
  readonly failed: string;
  readonly failedHint: string;
  readonly home: string;
}

/** The interface in Chinese. */
export const chinese: Wording = {
  lang: "zh-CN",
  site: "报问",
  motto: "问报纸，用报纸的原话回答。",
  questionLabel: "你想问报纸什么？",
  questionExample: "例如：学习强国答题挑战赛有多少人参加？",
  ask: "提问",
  answered: "报上这样写：",
  notFound: "报上没有找到答案。",
  nearest: "最接近的报道：",
  confidence: (percent) => `把握 ${percent}%`,
  recent: "最近的报道",
  noArticles: "还没有报道。",
  noHeadline: "（无标题）",
  pageNumber: (page) => `第 ${page} 版`,
  lines: ([first, last]) => (first === last ? `第 ${first} 行` : `第 ${first}–${last} 行`),
  captions: "图片说明",
  pageMap: "在版面上查看",
  original: "原文",
  pageMapOf: (file) => `版面 ${file}`,
  pageMapHint: "文件中的每一行，按所属报道着色。",
  columns: { line: "行", role: "类别", text: "文字" },
  roles: {
    headline: "标题",
    subheadline: "副题",
    subhead: "小标题",
    body: "正文",
    byline: "署名",
    caption: "图说",
    section: "栏目",
    masthead: "报头",
    noise: "杂讯",
    blank: "空行",
  },
  unknownPlace: "没有这个页面",
  unknownPlaceHint: "链接可能已经失效。",
  failed: "出错了",
  failedHint: "问题已经记录，稍后再试。",
  home: "回到首页",
};

/** The interface in English. */
export const english: Wording = {
  lang: "en",
  site: "Baowen",
  motto: "Ask the newspaper. It answers in its own words.",
  questionLabel: "What do you want to ask the newspaper?",
  questionExample: "For example: how many people joined the quiz?",
  ask: "Ask",
  answered: "The newspaper says:",
  notFound: "The newspaper does not say.",
  nearest: "The closest articles:",
  confidence: (percent) => `confidence ${percent}%`,
  recent: "Recent articles",
  noArticles: "There are no articles yet.",
  noHeadline: "(no headline)",
  pageNumber: (page) => `page ${page}`,
  lines: ([first, last]) => (first === last ? `line ${first}` : `lines ${first}–${last}`),
  captions: "Captions",
  pageMap: "See it on the page",
  original: "Original",
  pageMapOf: (file) => `Page ${file}`,
  pageMapHint: "Every line of the file, coloured by the article it went to.",
  columns: { line: "Line", role: "Role", text: "Text" },
  roles: {
    headline: "headline",
    subheadline: "subheadline",
    subhead: "subhead",
    body: "body",
    byline: "byline",
    caption: "caption",
    section: "section",
    masthead: "masthead",
    noise: "noise",
    blank: "blank",
  },
  unknownPlace: "There is no such page",
  unknownPlaceHint: "The link may be out of date.",
  failed: "Something went wrong",
  failedHint: "It has been noted. Try again later.",
  home: "Back to the start",
};
