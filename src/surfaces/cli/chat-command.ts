import { createInterface } from "node:readline/promises";
import { Command } from "commander";
import { UserError } from "../../errors.ts";
import { renderAnswer } from "./render-answer.ts";
import type { Services } from "./services.ts";
import type { Terminal } from "./terminal.ts";
import { withNewspaper } from "./with-newspaper.ts";

/** `baowen chat`: questions and answers until the end of the input. */
export function chatCommand(services: Services, terminal: Terminal): Command {
  return new Command("chat")
    .description("ask one question after another, follow-ups too; an empty line or Ctrl-D ends")
    .action(async () => {
      await withNewspaper(services, terminal, async ({ newspaper }) => {
        terminal.note("Ask in any language. An empty line or Ctrl-D ends.");
        const lines = createInterface({ input: terminal.input, terminal: false });
        terminal.progress.write(PROMPT);
        const history: string[] = [];
        for await (const line of lines) {
          if (line.trim() === "") break;
          try {
            const answer = await newspaper.ask(line, { history });
            terminal.out(`\n${renderAnswer(answer, terminal.colors)}\n`);
            history.push(line);
          } catch (error) {
            if (!(error instanceof UserError)) throw error;
            terminal.note(error.message);
          }
          terminal.progress.write(PROMPT);
        }
        lines.close();
      });
    });
}

const PROMPT = "? ";
