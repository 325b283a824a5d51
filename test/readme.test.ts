import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createProgram } from "../src/surfaces/cli/program.ts";
import type { Services } from "../src/surfaces/cli/services.ts";
import type { Terminal } from "../src/surfaces/cli/terminal.ts";

/** Blocks that show a command and what it prints. */
const HELP_BLOCK = /```text\n\$ baowen (.*--help)\n([\s\S]*?)```/g;

for (const file of ["README.md", "README.zh.md"]) {
  describe(file, () => {
    const text = readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
    const blocks = [...text.matchAll(HELP_BLOCK)].map(([, command = "", shown = ""]) => ({
      command,
      shown,
    }));

    it("shows the help of the program and of the commands that a newcomer meets", () => {
      const commands = blocks.map(({ command }) => command);
      expect(commands).toEqual([
        ...["--help", "index --help", "ask --help", "search --help", "segment --help"],
      ]);
    });

    it.each(blocks)("shows what `baowen $command` prints", async ({ command, shown }) => {
      expect(shown.trimEnd()).toBe(await helpOf(command.split(" ")));
    });
  });
}

async function helpOf(words: readonly string[]): Promise<string> {
  const printed: string[] = [];
  const terminal = { out: (text: string) => printed.push(text) } as unknown as Terminal;
  const program = createProgram({} as Services, terminal, "0.0.0");
  await program.parseAsync(words, { from: "user" }).catch(() => undefined);
  return printed.join("\n");
}
