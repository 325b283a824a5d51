import { describe, expect, test } from "vitest";
import { UserError } from "../../../src/errors.ts";
import { createFakeServices } from "./fake-services.ts";
import { jsonOf, runCommand } from "./run-command.ts";

const node = { name: "node", run: () => Promise.resolve("v20") };
const index = {
  name: "index",
  run: () => Promise.reject(new UserError("No index.\nRun `baowen index` first.")),
};
const disk = { name: "disk", run: () => Promise.resolve("9 MB free") };

describe("doctor", () => {
  test("says what was found; one thing that is wrong does not end it but gives exit status 1", async () => {
    const run = await runCommand(["doctor"], doctorOf(node, index, disk));
    expect(run.out).toEqual([
      "ok    node     v20",
      `wrong index    No index.\n${" ".repeat(15)}Run \`baowen index\` first.`,
      "ok    disk     9 MB free",
    ]);
    expect(run.exitCode).toBe(1);
    expect(run.failure).toBeUndefined();
  });

  test("gives no exit status when all is well", async () => {
    const run = await runCommand(["doctor"], doctorOf(node, disk));
    expect(run.out).toHaveLength(2);
    expect(run.exitCode).toBeUndefined();
  });

  test("--json prints the findings, with exit status 1 when something is wrong", async () => {
    const run = await runCommand(["doctor", "--json"], doctorOf(node, index));
    expect(jsonOf(run)).toEqual([
      {
        checks: [
          { name: "node", ok: true, message: "v20" },
          { name: "index", ok: false, message: "No index.\nRun `baowen index` first." },
        ],
      },
    ]);
    expect(run.exitCode).toBe(1);
  });

  test("a check that breaks is a finding too", async () => {
    const broken = { name: "model", run: () => Promise.reject(new TypeError("a bug")) };
    const run = await runCommand(["doctor"], doctorOf(broken, disk));
    expect(run.out).toEqual(["wrong model    a bug", "ok    disk     9 MB free"]);
  });
});

function doctorOf(...checks: (typeof node)[]) {
  return createFakeServices({ checks: () => Promise.resolve(checks) });
}
