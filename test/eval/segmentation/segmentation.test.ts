import { describe, expect, it } from "vitest";
import { normalized } from "./character-f1.ts";
import { calibrationError } from "./calibration-error.ts";
import { densePage } from "./dense-page.ts";
import { generatePage, generatePages } from "./generate-page.ts";
import { measure, type Figures } from "./measure.ts";
import { naiveCut } from "./naive-cut.ts";
import { programCut } from "./program-cut.ts";
import { LEVELS, type Level, type SamplePage } from "./sample-page.ts";
import { scorePage } from "./score-page.ts";
import { sharedPages } from "./shared-pages.ts";

type Floor = Omit<Figures, "msPerPage">;

// A little below what these pages gave when the floors were last moved; move them up with the program.
const FLOORS: Readonly<Record<Level, Floor>> = {
  easy: { joint: 0.95, f1At90: 0.97, f1At99: 0.96 },
  medium: { joint: 0.76, f1At90: 0.91, f1At99: 0.85 },
  hard: { joint: 0.72, f1At90: 0.86, f1At99: 0.77 },
};

const DENSE_FLOOR: Floor = { joint: 0.58, f1At90: 0.84, f1At99: 0.76 };

// Expected calibration error.
const MOST_OFF = 0.08;

const PAGES_A_LEVEL = 30;

const TEXT_ROLES: ReadonlySet<string> = new Set(["body", "subhead"]);

const rightCut = ({ articles }: SamplePage): { headline: string; text: string }[] =>
  articles.map(({ headline, texts }) => ({ headline, text: texts[0] ?? "" }));

describe.each(LEVELS)("cutting %s pages", (level) => {
  const pages = generatePages(level, PAGES_A_LEVEL);
  const program = measure(pages, (page) => programCut(page).articles);

  it.each(["joint", "f1At90", "f1At99"] as const)("%s stays above its floor", (figure) => {
    expect(program[figure]).toBeGreaterThanOrEqual(FLOORS[level][figure]);
  });

  it("does better than the naive rule", () => {
    const naive = measure(pages, (page) => naiveCut(page.text));
    expect(program.joint).toBeGreaterThan(naive.joint);
    expect(program.f1At90).toBeGreaterThan(naive.f1At90);
    expect(program.f1At99).toBeGreaterThan(naive.f1At99);
  });

  it("every line gets its label", () => {
    for (const page of pages) expect(programCut(page).lines).toHaveLength(page.lines.length);
  });
});

describe("cutting pages that have lost their blank lines", () => {
  const pages = LEVELS.flatMap((level) => generatePages(level, PAGES_A_LEVEL)).map(densePage);
  const program = measure(pages, (page) => programCut(page).articles);

  it.each(["joint", "f1At90", "f1At99"] as const)("%s stays above its floor", (figure) => {
    expect(program[figure]).toBeGreaterThanOrEqual(DENSE_FLOOR[figure]);
  });

  it("every line gets its label", () => {
    for (const page of pages) expect(programCut(page).lines).toHaveLength(page.lines.length);
  });
});

describe("the confidence of an article", () => {
  const pages = LEVELS.flatMap((level) => generatePages(level, PAGES_A_LEVEL));

  it("is, on average, as often right as it says", () => {
    const error = calibrationError(pages, (page) => programCut(page).articles);
    expect(error).toBeLessThanOrEqual(MOST_OFF);
  });
});

const development = sharedPages("dev");

describe.skipIf(development === undefined)(
  "cutting the development pages, where they lie beside the repository",
  () => {
    it("finds as many articles with their headlines as it did when it learned from them", () => {
      const program = measure(development ?? [], (page) => programCut(page).articles);
      expect(program.joint).toBeGreaterThanOrEqual(0.925);
      expect(program.f1At99).toBeGreaterThanOrEqual(0.98);
    });
  },
);

describe("the measure itself", () => {
  const pages = LEVELS.flatMap((level) => generatePages(level, 10));

  it("the same seed gives the same page", () => {
    expect(generatePage("hard", 7)).toEqual(generatePage("hard", 7));
    expect(generatePage("hard", 7).text).not.toBe(generatePage("hard", 8).text);
  });

  it("a page's lines are its text, and every article has some", () => {
    for (const { text, lines, articles } of pages) {
      expect(text.split(/\r?\n/u)).toEqual([...lines.map((line) => line.text), ""]);
      const printed = new Set(lines.map((line) => line.article));
      expect(articles.every((_, at) => printed.has(at))).toBe(true);
    }
  });

  it("the lines of an article, put in their order, are its text", () => {
    for (const { lines, articles } of pages) {
      articles.forEach(({ texts }, at) => {
        const own = lines.filter((line) => line.article === at && TEXT_ROLES.has(line.role));
        const ordered = own.toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));
        const printed = normalized(ordered.map((line) => line.text).join(""));
        const text = normalized(texts[0] ?? "");
        // The byline may stand on the last line.
        expect(printed.slice(0, text.length)).toBe(text);
      });
    }
  });

  it("the right cut has full marks, with subheads or without", () => {
    const full = { joint: 1, f1At90: 1, f1At99: 1 };
    expect(measure(pages, rightCut)).toMatchObject(full);
    const bare = (page: SamplePage): { headline: string; text: string }[] =>
      page.articles.map(({ headline, texts }) => ({ headline, text: texts.at(-1) ?? "" }));
    expect(measure(pages, bare)).toMatchObject(full);
  });

  it("two articles in one are at most one found, and headlines count by their letters", () => {
    const one = { id: "one", headline: "小河清了", texts: ["水里看得见鱼。岸边种了柳树。"] };
    const other = { id: "other", headline: "面馆开张", texts: ["巷口新开一家面馆，三块钱一碗。"] };
    const merged = {
      headline: "小河 清了！",
      text: `${one.texts[0] ?? ""}\n${other.texts[0] ?? ""}`,
    };
    const findings = scorePage([one, other], [merged]);
    expect(findings.map(({ cut }) => cut !== undefined).filter(Boolean)).toHaveLength(1);
    expect(findings.every(({ f1 }) => f1 < 0.9)).toBe(true);
    const [exact] = scorePage([one], [{ ...merged, text: "水里看得见鱼。\n岸边种了柳树。" }]);
    expect(exact).toMatchObject({ f1: 1, headlineRight: true });
  });
});
