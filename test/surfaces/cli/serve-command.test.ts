import { describe, expect, onTestFinished, test } from "vitest";
import type { Services } from "../../../src/surfaces/cli/services.ts";
import { createFakeServices } from "./fake-services.ts";
import { runCommand } from "./run-command.ts";

describe("serve", () => {
  test("can bring the index up to date and open the newspaper", async () => {
    const { services, run } = serveWith(async (_, index) => {
      expect(services.calls).toEqual([]);
      expect((await index.update()).articles).toBe(2);
      const { newspaper } = await index.open();
      expect(newspaper.articles()).toHaveLength(2);
    });
    expect((await run()).failure).toBeUndefined();
    expect(services.calls).toEqual(['updateIndex {"mode":"update"}', "open"]);
  });

  test.each(["SIGINT", "SIGTERM"] as const)(
    "%s tells it to stop, the first time only",
    async (name) => {
      const before = new Set(process.rawListeners(name));
      const { run } = serveWith((signal) => {
        const listener = process.rawListeners(name).find((one) => !before.has(one));
        expect(signal.aborted).toBe(false);
        listener?.call(process, name);
        expect(signal.aborted).toBe(true);
        return Promise.resolve();
      });
      expect((await run()).failure).toBeUndefined();
      expect(process.rawListeners(name).every((one) => before.has(one))).toBe(true);
    },
  );

  test("what ends the service ends the command", async () => {
    const { run } = serveWith(() => Promise.reject(new Error("The port is in use.")));
    expect((await run()).failure).toEqual(new Error("The port is in use."));
  });
});

function serveWith(serve: Services["serve"]) {
  const services = createFakeServices({ serve });
  const before = (["SIGINT", "SIGTERM"] as const).map(
    (name) => [name, process.rawListeners(name)] as const,
  );
  onTestFinished(() => {
    for (const [name, listeners] of before) {
      for (const one of process.rawListeners(name)) {
        if (!listeners.includes(one)) process.off(name, one as () => void);
      }
    }
  });
  return { services, run: () => runCommand(["serve"], services) };
}
