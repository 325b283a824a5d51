import { ARTICLE_ROLES, OTHER_ROLES } from "./correction.ts";

/** What stands at the top of every correction, for an editor who has never seen one. */
export const MANUAL = [
  "How this page is cut into articles. While this file lies beside the page, it wins over",
  "the program; delete it to go back to the program's cut.",
  "",
  "Each entry under 'order' names lines of the page and says what they are: '6-21 body'.",
  "Behind the # stand their first words; words behind a # count for nothing.",
  "  - Move an entry to move its lines: to another place, another article, or elsewhere.",
  "    The entries of an article stand in the order in which it is read.",
  "  - Split an entry to part its lines: '6-21 body' is '6-12 body' and '13-21 body'.",
  "  - 'body' begins a paragraph; 'body+' goes on with the one above, as behind the end of",
  "    a column. 'subhead+' and 'caption+' go on in the same way.",
  `  - Lines of an article are ${ARTICLE_ROLES.join(", ")};`,
  `    lines elsewhere, which belong to none, are ${OTHER_ROLES.join(", ")}.`,
  "  - Every printed line must be named once. Blank lines need not be named.",
  "  - 'headline' may be put right in words. 'subheadline' and 'byline' may be written below",
  "    it; where one of the three is left out, its lines give the words.",
  "  - A new article needs 'order' with a body line; 'begins' helps to know it again when the",
  "    page changes a little.",
  "",
  "See what it does with `baowen segment FILE`; `baowen index` brings it in. A mistake is",
  "reported with its line, and nothing is lost by it.",
  "",
  "本文件规定这个版面怎样切成文章：只要它和版面放在一起，就以它为准；删掉它，就恢复程序的切法。",
  "order 下每一项写明版面的第几行到第几行、是什么：'6-21 body'。# 后面是这些行开头的字，只供查看。",
  "  - 移动一项，就是移动这些行：换位置、换文章，或者移到 elsewhere（不属于任何文章）。各项按阅读顺序排列。",
  "  - body 另起一段，body+ 接上一段。headline 标题，subheadline 副题，byline 署名，subhead 小标题，body 正文，",
  "    caption 图片说明；section 栏目名，masthead 报头，noise 杂字。",
  "  - 每个有字的行都要写到，而且只写一次；空行不必写。headline 的文字可以直接改正。",
  "用 `baowen segment FILE` 查看结果，用 `baowen index` 编入索引。有错会指出在哪一行。",
]
  .map((line) => (line === "" ? "" : ` ${line}`))
  .join("\n");
