import { cuesOf, titleFeatures, type Kind } from "./line-features.ts";
import { scoreOf, type Weights } from "../learned/log-linear.ts";
import type { PrintedLine } from "../lines/printed-line.ts";

/** Lines that follow each other and are of one kind. */
export interface Strip {
  readonly kind: Kind;
  readonly lines: readonly PrintedLine[];
}

/**
 * Parts running text from the titles that stand in it without a blank line around them: the likeliest kinds
 * of all lines together (Viterbi's algorithm over a maximum-entropy Markov model).
 */
export function partTitles(lines: readonly PrintedLine[], weights: Weights): readonly Strip[] {
  const strips: { kind: Kind; lines: PrintedLine[] }[] = [];
  kindsOf(lines, weights).forEach((kind, at) => {
    const line = lines[at];
    if (line === undefined) return;
    const strip = strips.at(-1);
    if (strip?.kind === kind) strip.lines.push(line);
    else strips.push({ kind, lines: [line] });
  });
  return strips;
}

const KINDS: readonly Kind[] = ["text", "title"];

interface Path {
  readonly score: number;
  readonly kind: Kind | "nothing";
  readonly above: Path | undefined;
}

function kindsOf(lines: readonly PrintedLine[], weights: Weights): readonly Kind[] {
  let paths: readonly Path[] = [{ score: 0, kind: "nothing", above: undefined }];
  lines.forEach((_, at) => {
    const cues = cuesOf({ lines, at });
    const longer = paths.flatMap((above): Path[] => {
      const odds = scoreOf(titleFeatures(cues, above.kind), weights);
      return KINDS.map((kind) => {
        const score = above.score - Math.log1p(Math.exp(kind === "title" ? -odds : odds));
        return { score, kind, above };
      });
    });
    paths = KINDS.map((kind) => bestOf(longer.filter((path) => path.kind === kind)));
  });
  const kinds: Kind[] = [];
  for (let path: Path | undefined = bestOf(paths); path !== undefined; path = path.above) {
    if (path.kind !== "nothing") kinds.push(path.kind);
  }
  return kinds.reverse();
}

const NO_PATH: Path = { score: -Infinity, kind: "nothing", above: undefined };

function bestOf(paths: readonly Path[]): Path {
  return paths.reduce((best, path) => (path.score > best.score ? path : best), NO_PATH);
}
