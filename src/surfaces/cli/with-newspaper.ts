import { bringUpToDate } from "./bring-up-to-date.ts";
import type { OpenNewspaper, Services } from "./services.ts";
import type { Terminal } from "./terminal.ts";

/** Runs `work` on the opened newspaper, after building the index when there is none, and closes it. */
export async function withNewspaper<T>(
  services: Services,
  terminal: Terminal,
  work: (open: OpenNewspaper) => Promise<T> | T,
): Promise<T> {
  if (!(await services.hasIndex())) await bringUpToDate(services, terminal, { mode: "update" });
  const open = await services.open();
  try {
    return await work(open);
  } finally {
    open.close();
  }
}
