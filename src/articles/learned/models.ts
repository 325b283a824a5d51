import confidence from "./confidence-weights.json" with { type: "json" };
import headlines from "./headline-weights.json" with { type: "json" };
import lines from "./line-weights.json" with { type: "json" };
import links from "./link-weights.json" with { type: "json" };
import type { Weights } from "./log-linear.ts";
import ways from "./way-weights.json" with { type: "json" };

/** What the program has learned of pages whose cut is known. */
export interface Models {
  readonly lines: Weights;
  readonly links: Weights;
  readonly headlines: Weights;
  readonly ways: Weights;
  readonly confidence: Weights;
}

/** The models that the program comes with; `test/eval/segmentation/train.ts` made them. */
export const SHIPPED: Models = { lines, links, headlines, ways, confidence };
