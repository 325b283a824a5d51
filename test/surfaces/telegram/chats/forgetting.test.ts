import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ChatStore, Place } from "../../../../src/surfaces/telegram/chats/chat-store.ts";
import { anAnswer, ELSEWHERE, HERE, openStore } from "./store-under-test.ts";

describe("a place that is forgotten", () => {
  test("has no turns, replies, answers or missed questions any more, and others keep theirs", () => {
    const { store } = openStore();
    const others = [ELSEWHERE, { ...HERE, topic: 3 }];
    const [forgotten, ...kept] = [HERE, ...others].map((place) => fill(store, place));
    store.setLanguage(HERE.chat, "en");
    store.forget(HERE);
    expect(store.turns(HERE)).toEqual([]);
    expect(store.replies(HERE, 1)).toEqual([]);
    expect(store.answer(forgotten ?? 0)).toBeUndefined();
    expect(store.missed(10).map(({ question }) => question)).toEqual(
      others.map(secretOf).reverse(),
    );
    for (const [i, place] of others.entries()) {
      expect(store.turns(place)).toEqual([secretOf(place)]);
      expect(store.replies(place, 1)).toEqual([2]);
      expect(store.answer(kept[i] ?? 0)?.place).toEqual(place);
    }
    expect(store.language(HERE.chat)).toBe("en");
  });

  test("takes away a missed question with it only where nobody else has asked it", () => {
    const { store } = openStore();
    store.addAnswer(anAnswer({ place: ELSEWHERE, question: "甲", status: "not_found" }));
    store.markUnhelpful(store.addAnswer(anAnswer({ place: HERE, question: "甲" })));
    store.forget(HERE);
    expect(store.missed(10).map(({ question, reason }) => [question, reason])).toEqual([
      ["甲", "not_found"],
    ]);
  });

  test("can be asked in again, and be forgotten again", () => {
    const { store } = openStore();
    store.forget(HERE);
    fill(store, HERE);
    store.forget(HERE);
    fill(store, HERE);
    expect(store.turns(HERE)).toEqual([secretOf(HERE)]);
  });

  test("has left no words in any file, while the store is still open", () => {
    const { store, file } = openStore();
    fill(store, HERE);
    fill(store, ELSEWHERE);
    expect(bytesOf(file)).toContain(secretOf(HERE));
    store.forget(HERE);
    expect(bytesOf(file)).not.toContain(secretOf(HERE));
    expect(bytesOf(file)).toContain(secretOf(ELSEWHERE));
  });

  test("has left no words after pruning where someone was still reading it", () => {
    const { store, file } = openStore();
    fill(store, HERE);
    const reader = new SqliteDatabase(file, { readonly: true });
    reader.exec("BEGIN");
    reader.prepare("SELECT * FROM turns").all();
    store.forget(HERE);
    expect(store.turns(HERE)).toEqual([]);
    reader.close();
    store.prune();
    expect(bytesOf(file)).not.toContain(secretOf(HERE));
  });

  test("has left no words behind in pages that rows have moved away from", () => {
    const turn = fc.tuple(fc.constantFrom(HERE, ELSEWHERE), fc.integer({ min: 0, max: 400 }));
    const turns = fc.array(turn, { minLength: 60, maxLength: 120 });
    fc.assert(
      fc.property(turns, (all) => {
        const { store, file } = openStore();
        for (const [i, [place, length]] of all.entries()) {
          const question = `${secretOf(place)} ${"x".repeat(length)}${i}`;
          store.addTurn(place, question, i);
          store.addAnswer(anAnswer({ place, question, status: "not_found" }));
        }
        store.forget(HERE);
        expect(bytesOf(file)).not.toContain(secretOf(HERE));
      }),
      { numRuns: 10 },
    );
  });
});

/** Leaves something of every kind in a place; gives back the number of its answer. */
function fill(store: ChatStore, place: Place): number {
  const question = secretOf(place);
  store.addTurn(place, question, 1);
  store.setReplies(place, 1, [2]);
  return store.addAnswer(anAnswer({ place, question, history: [question], status: "not_found" }));
}

function secretOf({ chat, topic }: Place): string {
  return `秘密${chat}/${topic}`;
}

/** What is in the file and in those that SQLite keeps beside it. */
function bytesOf(file: string): string {
  const dir = dirname(file);
  return readdirSync(dir)
    .map((name) => readFileSync(join(dir, name), "utf8"))
    .join("\n");
}
