import { Command } from "commander";
import { articleCommand } from "./article-command.ts";
import { articlesCommand } from "./articles-command.ts";
import { askCommand } from "./ask-command.ts";
import { chatCommand } from "./chat-command.ts";
import { doctorCommand } from "./doctor-command.ts";
import { evalCommand } from "./eval-command.ts";
import { indexCommand } from "./index-command.ts";
import { searchCommand } from "./search-command.ts";
import { segmentCommand } from "./segment-command.ts";
import { serveCommand } from "./serve-command.ts";
import type { Services } from "./services.ts";
import type { Terminal } from "./terminal.ts";

/** The `baowen` command with all its subcommands. Wrong usage throws commander's `CommanderError`. */
export function createProgram(services: Services, terminal: Terminal, version: string): Command {
  const program = new Command("baowen")
    .description(
      "Ask the newspaper: answers in its own words, with the article and the exact lines.",
    )
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "show help")
    .helpCommand("help [COMMAND]", "show help for a command");
  for (const command of COMMANDS) program.addCommand(command(services, terminal));
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .helpOption("-h, --help", "show help")
      .configureOutput({
        writeOut: (text) => {
          terminal.out(text.trimEnd());
        },
        writeErr: (text) => {
          terminal.note(text.trimEnd());
        },
      });
  }
  return program;
}

/** In the order in which the help lists them. */
const COMMANDS = [
  indexCommand,
  askCommand,
  searchCommand,
  segmentCommand,
  articlesCommand,
  articleCommand,
  chatCommand,
  serveCommand,
  doctorCommand,
  evalCommand,
];
