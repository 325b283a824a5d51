import { Command } from "commander";
import { articleJson } from "../../answer/answer-json.ts";
import { UserError } from "../../errors.ts";
import { askForEditor } from "./certainty.ts";
import { renderSegmentation } from "./render-segmentation.ts";
import type { SegmentedPage, Services } from "./services.ts";
import { printJson, type Terminal } from "./terminal.ts";

/** `baowen segment FILE…`: cuts pages into their articles, without touching the index. */
export function segmentCommand(services: Services, terminal: Terminal): Command {
  return new Command("segment")
    .description("cut pages into their articles and account for every line")
    .argument("<FILE...>", "text pages")
    .option("--edit", "write the cut into a file beside the page, which you can correct")
    .option("--json", "print one JSON a page, each on its line")
    .action(async (files: string[], options: Options) => {
      for (const file of files) {
        try {
          if (options.edit) await edit(file, options, { services, terminal });
          if (!options.edit || options.json) await show(file, options, { services, terminal });
        } catch (error) {
          // One bad page does not stop the others.
          if (!(error instanceof UserError) || files.length === 1) throw error;
          terminal.note(`Left out: ${error.message}`);
          terminal.setExitCode(1);
        }
      }
    });
}

interface Options {
  readonly edit?: true;
  readonly json?: true;
}

interface Surroundings {
  readonly services: Services;
  readonly terminal: Terminal;
}

/** The path is the data, so that an editor can be started on it. */
async function edit(file: string, { json }: Options, { services, terminal }: Surroundings) {
  const path = await services.writeCorrection(file);
  if (!json) terminal.out(path);
  terminal.note(
    `Wrote the cut of '${file}' into '${path}'. Correct it there; \`baowen segment ${file}\` shows what it gives, ` +
      "`baowen index` brings it in. Delete it to go back to the program's cut.",
  );
}

async function show(file: string, { json }: Options, { services, terminal }: Surroundings) {
  const segmented = await services.segment(file);
  if (segmented.misfit !== undefined) terminal.note(segmented.misfit);
  if (json) {
    printJson(terminal, segmentationJson(file, segmented));
    return;
  }
  terminal.out(renderSegmentation(segmented, terminal.colors));
  const { correction } = segmented.page;
  if (correction !== undefined) terminal.note(`Cut as '${correction.file}' says.`);
  const request = askForEditor(segmented.segmentation.articles);
  if (request !== undefined) terminal.note(request);
}

/** The contract of `segment --json`; `file` as it was given. */
function segmentationJson(
  file: string,
  { page, segmentation }: SegmentedPage,
): Record<string, unknown> {
  return {
    file,
    correction: page.correction?.file ?? null,
    articles: segmentation.articles.map((article) => {
      const { id, headline, subheadline, byline, text, confidence } = articleJson(article);
      return { id, headline, subheadline, byline, text, confidence };
    }),
    lines: segmentation.lines.map(({ n, article, role }) => ({
      n,
      article: article ?? null,
      role,
    })),
  };
}
