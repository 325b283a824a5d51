import { Presets, SingleBar } from "cli-progress";
import type { Terminal } from "./terminal.ts";

/** A progress bar on standard error; without a terminal it says only how it starts and ends. */
export interface Progress {
  readonly update: (progress: { readonly done: number; readonly total: number }) => void;
  /** Ends the bar; may be called more than once. */
  readonly stop: () => void;
}

/** Shows a bar from the first update on: work that turns out to be none shows nothing. */
export function showProgress(terminal: Terminal, title: string, unit: string): Progress {
  if (!terminal.progress.isTTY) return saidInWords(terminal, title, unit);
  const bar = new SingleBar(
    {
      format: `${title} {bar} {value}/{total} ${unit} | {eta_formatted} left`,
      stream: terminal.progress,
      hideCursor: null,
      clearOnComplete: true,
    },
    Presets.shades_classic,
  );
  return {
    update: ({ done, total }) => {
      if (!bar.isActive) bar.start(total, done);
      else bar.update(done);
    },
    stop: () => {
      if (bar.isActive) bar.stop();
    },
  };
}

function saidInWords(terminal: Terminal, title: string, unit: string): Progress {
  let last: { readonly done: number; readonly total: number } | undefined;
  return {
    update: (progress) => {
      if (!last) terminal.note(`${title} ${progress.total} ${unit} …`);
      last = progress;
    },
    stop: () => {
      if (last) terminal.note(`${title}: ${last.done} of ${last.total} ${unit}.`);
      last = undefined;
    },
  };
}
