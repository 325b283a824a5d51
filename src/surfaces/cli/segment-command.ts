import { Command } from "commander";
import { UserError } from "../../errors.ts";
import { renderSegmentation } from "./render-segmentation.ts";
import type { SegmentedPage, Services } from "./services.ts";
import { printJson, type Terminal } from "./terminal.ts";

/** `baowen segment FILE…`: cuts pages into their articles, without touching the index. */
export function segmentCommand(services: Services, terminal: Terminal): Command {
  return new Command("segment")
    .description("cut pages into their articles and account for every line")
    .argument("<FILE...>", "text pages")
    .option("--json", "print one JSON a page, each on its line")
    .action(async (files: string[], { json }: { readonly json?: true }) => {
      for (const file of files) {
        try {
          const segmented = await services.segment(file);
          if (json) printJson(terminal, segmentationJson(file, segmented));
          else terminal.out(renderSegmentation(segmented, terminal.colors));
        } catch (error) {
          // One bad page does not stop the others.
          if (!(error instanceof UserError) || files.length === 1) throw error;
          terminal.note(`Left out: ${error.message}`);
          terminal.setExitCode(1);
        }
      }
    });
}

/** The contract of `segment --json`; `file` as it was given. */
function segmentationJson(file: string, { segmentation }: SegmentedPage): Record<string, unknown> {
  return {
    file,
    articles: segmentation.articles.map(({ id, headline, subheadline, byline, text }) => ({
      ...{ id, headline, subheadline: subheadline ?? null, byline: byline ?? null, text },
    })),
    lines: segmentation.lines.map(({ n, article, role }) => ({
      n,
      article: article ?? null,
      role,
    })),
  };
}
