import type { IndexRequest, IndexSummary, Services } from "./services.ts";
import { showProgress } from "./show-progress.ts";
import type { Terminal } from "./terminal.ts";

/** Brings the index up to date under a progress bar, and says what could not be used. */
export async function bringUpToDate(
  services: Services,
  terminal: Terminal,
  request: Omit<IndexRequest, "onProgress">,
): Promise<IndexSummary> {
  const bar = showProgress(terminal, "Indexing", "passages");
  try {
    const summary = await services.updateIndex({ ...request, onProgress: bar.update });
    bar.stop();
    for (const problem of summary.problems) terminal.note(`Left out: ${problem}`);
    for (const misfit of summary.misfits) terminal.note(misfit);
    for (const file of summary.ignored) {
      terminal.note(`Left out: '${file}' is of a format that this version cannot read.`);
    }
    return summary;
  } finally {
    bar.stop();
  }
}
