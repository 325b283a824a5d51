import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { compile } from "./compile.ts";
import { anyMoment } from "./moments.ts";
import { TorturedBot, type BotReport } from "./tortured-bot.ts";

/** How bots are tortured. */
export interface TortureOptions {
  readonly kills: number;
  /** Where everything is written; empty. */
  readonly folder: string;
  /** Bots that are tortured beside each other. */
  readonly bots?: number;
  readonly onKill?: (kills: number) => void;
}

/** What a torture came to. */
export interface TortureReport extends BotReport {
  readonly kills: number;
  readonly killsPerSecond: number;
}

/** Asks and kills and asks and kills, then lets everything be answered and looks at what came of it. */
export async function torture(options: TortureOptions): Promise<TortureReport> {
  const { kills, folder, bots = 2, onKill = () => undefined } = options;
  const program = compile(join(import.meta.dirname, "child.ts"), folder);
  const started = performance.now();
  let killed = 0;
  let seconds = 0;
  const reports = await Promise.all(
    Array.from({ length: bots }, async (_, index) => {
      const state = join(folder, `state-${index}`);
      mkdirSync(state);
      const bot = new TorturedBot(program, state);
      await bot.begin();
      // Whichever is quicker dies more often. One that does nothing any more has lost what it was asked.
      let isWorking = true;
      while (isWorking && killed < kills) {
        killed += 1;
        isWorking = await bot.dieAt(anyMoment());
        onKill(killed);
      }
      seconds = (performance.now() - started) / 1000;
      return bot.finish();
    }),
  );
  return { kills: killed, killsPerSecond: killed / seconds, ...reports.reduce(together) };
}

/** Whether it is as the inbox promises: nothing lost, in order, and one message repeated by a kill at most. */
export function isAsPromised(report: TortureReport): boolean {
  const { lost, disorderedChats, excessiveRepeats, leftInInbox } = report;
  return lost.length + disorderedChats.length + excessiveRepeats + leftInInbox === 0;
}

function together(one: BotReport, other: BotReport): BotReport {
  return {
    questions: one.questions + other.questions,
    messages: one.messages + other.messages,
    lost: [...one.lost, ...other.lost],
    repeats: one.repeats + other.repeats,
    excessiveRepeats: one.excessiveRepeats + other.excessiveRepeats,
    disorderedChats: [...one.disorderedChats, ...other.disorderedChats],
    leftInInbox: one.leftInInbox + other.leftInInbox,
    notes: one.notes + other.notes,
  };
}
