import { Command } from "commander";
import { bringUpToDate } from "./bring-up-to-date.ts";
import type { Services } from "./services.ts";
import type { Terminal } from "./terminal.ts";

/** `baowen serve`: the bot (with a token) and the web reader, until a signal. */
export function serveCommand(services: Services, terminal: Terminal): Command {
  return new Command("serve")
    .description("run the Telegram bot (with TELEGRAM_BOT_TOKEN) and the web reader until stopped")
    .action(async () => {
      const signal = signalOfStop();
      await services.serve(signal, {
        update: () => bringUpToDate(services, terminal, { mode: "update" }),
        open: () => services.open(),
      });
    });
}

/** Aborted by the first SIGINT or SIGTERM; a second one ends the process at once, as by default. */
function signalOfStop(): AbortSignal {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.once(name, () => {
      controller.abort(name);
    });
  }
  return controller.signal;
}
