import type { Random } from "./random.ts";
import type { Run, SampleLine } from "./sample-page.ts";

/** The head or foot of a page: name, issue, date, who made it. */
export function mastheadRun(random: Random): Run {
  const [first = "", second = "", third = ""] = random.shuffled(STAFF);
  const lines = [
    `${random.pick(PAPERS)} 第${random.between(120, 4800)}期`,
    `2031年11月${random.between(10, 28)}日 星期${random.pick(["一", "三", "五", "日"])}`,
    `责编 ${first} 校对 ${second} 美编 ${third}`,
    `新闻热线：${random.between(2200000, 8899999)}`,
    `${random.pick(["A", "B"])}0${random.between(1, 8)} ${random.pick(["城事", "要闻", "乡村", "文化"])}`,
  ];
  return random
    .shuffled(lines)
    .slice(0, random.between(1, 4))
    .map((text) => furniture(text, "masthead"));
}

/** The name of a section of the page. */
export function sectionRun(random: Random): Run {
  const name = random.pick(["街巷", "田野", "民生一线", "身边", "校园内外", "万象"]);
  return [furniture(random.pick([`■${name}`, `◆${name}`, `【${name}】`, `● ${name}`]), "section")];
}

/** A mark that was lost from somewhere. */
export function strayRun(random: Random): Run {
  return [furniture(random.pick(["c", "？", "·", "k k", "、", "0", "l", "■", "—"]), "noise")];
}

const PAPERS: readonly [string, ...string[]] = [
  "鹿鸣晚报",
  "临溪新闻",
  "柏塘周刊",
  "望川时报",
  "云麓消息",
];
const STAFF = ["宁采薇", "杭一鸣", "丛笑", "路远", "桑榆", "戚佳", "辛夷", "巫山月"];

function furniture(text: string, role: SampleLine["role"]): SampleLine {
  return { text, role };
}
