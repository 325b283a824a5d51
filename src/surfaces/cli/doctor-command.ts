import { Command } from "commander";
import { messageOf } from "../../errors.ts";
import type { Check, Services } from "./services.ts";
import { printJson, type Terminal } from "./terminal.ts";

/** `baowen doctor`: what is wrong and how to mend it. */
export function doctorCommand(services: Services, terminal: Terminal): Command {
  return new Command("doctor")
    .description(
      "check versions, model, corpus, index, cuts, disk and token; say how to mend what is wrong",
    )
    .option("--json", "print the findings as JSON")
    .action(async ({ json }: { readonly json?: true }) => {
      const findings: Finding[] = [];
      for (const check of await services.checks()) {
        const finding = await examine(check);
        findings.push(finding);
        if (!json) terminal.out(render(finding, terminal.colors));
      }
      if (json) printJson(terminal, { checks: findings });
      if (findings.some(({ ok }) => !ok)) terminal.setExitCode(1);
    });
}

interface Finding {
  readonly name: string;
  readonly ok: boolean;
  readonly message: string;
}

async function examine({ name, run }: Check): Promise<Finding> {
  try {
    return { name, ok: true, message: await run() };
  } catch (error) {
    return { name, ok: false, message: messageOf(error) };
  }
}

function render({ name, ok, message }: Finding, colors: Terminal["colors"]): string {
  const mark = ok ? colors.green("ok   ") : colors.red("wrong");
  return `${mark} ${name.padEnd(8)} ${message.replaceAll("\n", "\n" + " ".repeat(15))}`;
}
