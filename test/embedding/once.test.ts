import { expect, test } from "vitest";
import { once } from "../../src/embedding/once.ts";

test("the work is done once, for calls at the same time too", async () => {
  let calls = 0;
  const load = once(() => Promise.resolve(++calls));
  expect(await Promise.all([load(), load()])).toEqual([1, 1]);
  expect(await load()).toBe(1);
});

test("a failure is told to all who wait, and the next call tries again", async () => {
  let calls = 0;
  const load = once(() =>
    ++calls === 1 ? Promise.reject(new Error("no luck")) : Promise.resolve(calls),
  );
  const both = await Promise.allSettled([load(), load()]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await load()).toBe(2);
  expect(await load()).toBe(2);
});
