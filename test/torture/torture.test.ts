import { expect, test } from "vitest";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { torture } from "./run-torture.ts";

test("a bot that is killed again and again answers every question, in order, and repeats one message a kill at most", async () => {
  const report = await torture({ kills: 8, folder: temporaryFolder() });
  expect(report).toMatchObject({
    ...{ kills: 8, lost: [], disorderedChats: [], leftInInbox: 0, excessiveRepeats: 0, notes: "" },
  });
  expect(report.questions).toBeGreaterThanOrEqual(36);
  expect(report.repeats).toBeLessThanOrEqual(8);
}, 60_000);
