import { describe, expect, test } from "vitest";
import { anAnswer, DAY, ELSEWHERE, HERE, HOUR, openStore } from "./store-under-test.ts";

describe("an answer", () => {
  test("comes back by its number as it was put in", () => {
    const { store } = openStore();
    const first = store.addAnswer(anAnswer());
    const other = anAnswer({ place: ELSEWHERE, history: [], articleIds: [], status: "not_found" });
    const second = store.addAnswer(other);
    expect(store.answer(first)).toEqual(anAnswer());
    expect(store.answer(second)).toEqual(other);
  });

  test("that was never given is undefined", () => {
    const { store } = openStore();
    expect(store.answer(1)).toBeUndefined();
  });

  test("has a number that no later one gets, not even after it is forgotten", () => {
    const { store } = openStore();
    const id = store.addAnswer(anAnswer());
    store.forget(HERE);
    expect(store.addAnswer(anAnswer({ place: ELSEWHERE }))).toBeGreaterThan(id);
    expect(store.answer(id)).toBeUndefined();
  });

  test("is marked as no help once, and one that is not remembered not at all", () => {
    const { store } = openStore();
    const id = store.addAnswer(anAnswer());
    expect(store.markUnhelpful(id)).toBe(true);
    expect(store.markUnhelpful(id)).toBe(false);
    expect(store.markUnhelpful(id + 1)).toBe(false);
    expect(store.missed(10)).toHaveLength(1);
  });

  test("goes after thirty days, but a question that was missed stays", () => {
    const { store, clock } = openStore();
    const id = store.addAnswer(anAnswer({ status: "not_found" }));
    store.prune(clock.time + 30 * DAY);
    expect(store.answer(id)).toBeDefined();
    store.prune(clock.time + 30 * DAY + 1);
    expect(store.answer(id)).toBeUndefined();
    expect(store.missed(10)).toHaveLength(1);
  });
});

describe("missed questions", () => {
  test("are those not found or marked as no help, the latest first, without who asked", () => {
    const { store, clock } = openStore();
    const start = clock.time;
    const useless = store.addAnswer(anAnswer({ question: "甲" }));
    store.addAnswer(anAnswer({ question: "乙" }));
    clock.pass(HOUR);
    store.addAnswer(anAnswer({ question: "丙", status: "not_found" }));
    clock.pass(HOUR);
    store.markUnhelpful(useless);
    expect(store.missed(10)).toEqual([
      { question: "甲", reason: "unhelpful", at: new Date(start + 2 * HOUR) },
      { question: "丙", reason: "not_found", at: new Date(start + HOUR) },
    ]);
  });

  test("are as many as asked for", () => {
    const { store } = openStore();
    for (const question of "甲乙丙") store.addAnswer(anAnswer({ question, status: "not_found" }));
    expect(store.missed(2).map(({ question }) => question)).toEqual(["丙", "乙"]);
  });

  test("count once when they are asked again, there or elsewhere, with their latest time", () => {
    const { store, clock } = openStore();
    const start = clock.time;
    for (const place of [HERE, ELSEWHERE, HERE]) {
      store.addAnswer(anAnswer({ place, question: "甲", status: "not_found" }));
      store.addAnswer(anAnswer({ place, question: "乙", status: "not_found" }));
      clock.pass(HOUR);
    }
    store.markUnhelpful(store.addAnswer(anAnswer({ place: ELSEWHERE, question: "甲" })));
    expect(store.missed(10)).toEqual([
      { question: "甲", reason: "unhelpful", at: new Date(start + 3 * HOUR) },
      { question: "乙", reason: "not_found", at: new Date(start + 2 * HOUR) },
    ]);
  });

  test("are kept up to a thousand, the latest, each counted once", () => {
    const { store } = openStore();
    for (let i = 0; i < 1002; i += 1) {
      store.addAnswer(anAnswer({ question: `q${i}`, status: "not_found" }));
    }
    store.addAnswer(anAnswer({ place: ELSEWHERE, question: "q0", status: "not_found" }));
    store.prune();
    const questions = store.missed(2000).map(({ question }) => question);
    expect(questions).toHaveLength(1000);
    expect([questions[0], questions[1], questions.at(-1)]).toEqual(["q0", "q1001", "q3"]);
  });
});

test("the counts are of the answers that are remembered", () => {
  const { store } = openStore();
  expect(store.counts()).toEqual({ answers: 0, notFound: 0, unhelpful: 0 });
  store.addAnswer(anAnswer({ place: ELSEWHERE }));
  store.addAnswer(anAnswer({ status: "not_found" }));
  store.markUnhelpful(store.addAnswer(anAnswer()));
  expect(store.counts()).toEqual({ answers: 3, notFound: 1, unhelpful: 1 });
  store.forget(HERE);
  expect(store.counts()).toEqual({ answers: 1, notFound: 0, unhelpful: 0 });
});
