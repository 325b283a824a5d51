import { describe, expect, test } from "vitest";
import { Pace } from "../../../../src/surfaces/telegram/talk/pace.ts";

describe("Pace", () => {
  test("lets so many questions of a reader pass in a minute; the next waits until the first is that old", () => {
    const clock = { now: 0 };
    const pace = new Pace(2, () => clock.now);
    expect([pace.wait(1), pace.wait(1)]).toEqual([0, 0]);
    clock.now = 10_000;
    expect(pace.wait(1)).toBe(50_000);
    clock.now = 60_000;
    expect(pace.wait(1)).toBe(0);
  });

  test("readers do not wait for each other", () => {
    const pace = new Pace(1, () => 0);
    expect([pace.wait(1), pace.wait(2), pace.wait(1)]).toEqual([0, 0, 60_000]);
  });

  test("says once that there is a wait, and again after the reader has been answered", () => {
    const clock = { now: 0 };
    const pace = new Pace(1, () => clock.now);
    pace.wait(1);
    expect([pace.isNewTo(1), pace.isNewTo(1)]).toEqual([true, false]);
    clock.now = 60_000;
    expect(pace.wait(1)).toBe(0);
    expect(pace.isNewTo(1)).toBe(true);
  });
});
