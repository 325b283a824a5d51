import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ChatStore, TURNS } from "../../../../src/surfaces/telegram/chats/chat-store.ts";
import { anyText } from "../../../helpers/any-text.ts";
import { temporaryFolder } from "../../../helpers/temporary-folder.ts";
import { anAnswer, DAY, ELSEWHERE, HERE, openStore } from "./store-under-test.ts";

describe("the turns of a place", () => {
  test("are its questions, oldest first, and none before the first", () => {
    const { store } = openStore();
    expect(store.turns(HERE)).toEqual([]);
    store.addTurn(HERE, "谁", 1);
    store.addTurn(HERE, "何时", 2);
    expect(store.turns(HERE)).toEqual(["谁", "何时"]);
  });

  test("are at most the last six", () => {
    const { store } = openStore();
    for (let i = 1; i <= 8; i += 1) store.addTurn(HERE, `q${i}`, i);
    expect(store.turns(HERE)).toEqual(["q3", "q4", "q5", "q6", "q7", "q8"]);
  });

  test("are no older than a day", () => {
    const { store, clock } = openStore();
    store.addTurn(HERE, "早", 1);
    clock.pass(1);
    store.addTurn(HERE, "晚", 2);
    clock.pass(DAY - 1);
    expect(store.turns(HERE)).toEqual(["早", "晚"]);
    clock.pass(1);
    expect(store.turns(HERE)).toEqual(["晚"]);
  });

  test("hold an edited question where it stood, in its last words", () => {
    const { store } = openStore();
    store.addTurn(HERE, "谁", 1);
    store.addTurn(HERE, "何时", 2);
    store.addTurn(HERE, "是谁", 1);
    expect(store.turns(HERE)).toEqual(["是谁", "何时"]);
  });

  test("before a message are those of earlier messages, also when one of them was edited later", () => {
    const { store } = openStore();
    store.addTurn(HERE, "谁", 1);
    store.addTurn(HERE, "何时", 2);
    store.addTurn(HERE, "哪里", 3);
    store.addTurn(HERE, "是谁", 1);
    expect(store.turns(HERE, 1)).toEqual([]);
    expect(store.turns(HERE, 2)).toEqual(["是谁"]);
    expect(store.turns(HERE, 4)).toEqual(["是谁", "何时", "哪里"]);
    expect(store.turns(ELSEWHERE, 4)).toEqual([]);
  });

  test("hold a question as new that is edited when it was too old", () => {
    const { store, clock } = openStore();
    store.addTurn(HERE, "谁", 1);
    clock.pass(DAY);
    store.addTurn(HERE, "何时", 2);
    clock.pass(1);
    store.addTurn(HERE, "是谁", 1);
    expect(store.turns(HERE)).toEqual(["何时", "是谁"]);
  });

  test("are not those of another chat or another topic, though messages have the same numbers", () => {
    const { store } = openStore();
    const topic = { ...HERE, topic: 4 };
    store.addTurn(HERE, "这里", 1);
    store.addTurn(topic, "话题", 1);
    store.addTurn(ELSEWHERE, "别处", 1);
    expect([HERE, topic, ELSEWHERE].map((place) => store.turns(place))).toEqual([
      ["这里"],
      ["话题"],
      ["别处"],
    ]);
  });

  test("are what a simple model in memory says, however places, edits and time are mixed", () => {
    const { store, clock } = openStore();
    let run = 0;
    const add = fc.record({
      at: fc.nat({ max: 2 }),
      question: anyText,
      messageId: fc.integer({ min: 1, max: 12 }),
      wait: fc.oneof({ arbitrary: fc.constant(0), weight: 3 }, fc.integer({ min: 0, max: DAY })),
      isPruned: fc.nat({ max: 9 }).map((n) => n === 0),
    });
    fc.assert(
      fc.property(fc.array(add, { maxLength: 40 }), (adds) => {
        run += 1;
        const places = [
          { chat: run, topic: 0 },
          { chat: run, topic: 1 },
          { chat: -run, topic: 1 },
        ] as const;
        const model = new Model();
        for (const { at, question, messageId, wait, isPruned } of adds) {
          clock.pass(wait);
          if (isPruned) store.prune();
          store.addTurn(places[at] ?? places[0], question, messageId);
          model.add(at, { question, messageId, at: clock.time });
          expect(places.map((place) => store.turns(place))).toEqual(
            places.map((_, i) => model.turns(i, clock.time)),
          );
        }
      }),
    );
  });
});

describe("the replies to a question", () => {
  test("are the messages that answered it last, and none before", () => {
    const { store } = openStore();
    expect(store.replies(HERE, 1)).toEqual([]);
    store.setReplies(HERE, 1, [2, 3]);
    store.setReplies(HERE, 4, [5]);
    store.setReplies(HERE, 1, [2]);
    expect(store.replies(HERE, 1)).toEqual([2]);
    expect(store.replies(HERE, 4)).toEqual([5]);
    expect(store.replies(ELSEWHERE, 1)).toEqual([]);
  });

  test("are forgotten after thirty days", () => {
    const { store, clock } = openStore();
    store.setReplies(HERE, 1, [2]);
    store.prune(clock.time + 30 * DAY);
    expect(store.replies(HERE, 1)).toEqual([2]);
    store.prune(clock.time + 30 * DAY + 1);
    expect(store.replies(HERE, 1)).toEqual([]);
  });
});

test("the language of a user is the last one chosen, until the choice is taken back", () => {
  const { store } = openStore();
  expect(store.language(1)).toBeUndefined();
  store.setLanguage(1, "zh");
  store.setLanguage(1, "en");
  store.setLanguage(2, "zh-Hant");
  expect([store.language(1), store.language(2)]).toEqual(["en", "zh-Hant"]);
  store.setLanguage(1, undefined);
  expect([store.language(1), store.language(2)]).toEqual([undefined, "zh-Hant"]);
});

test("turns older than a day go when the store is pruned", () => {
  const { store, clock } = openStore();
  store.addTurn(HERE, "谁", 1);
  store.prune(clock.time + DAY);
  expect(store.turns(HERE)).toEqual(["谁"]);
  store.prune(clock.time + DAY + 1);
  expect(store.turns(HERE)).toEqual([]);
});

test("everything is there again after closing and opening", () => {
  const { store, file, clock } = openStore();
  store.addTurn(HERE, "谁", 1);
  store.setLanguage(1, "en");
  store.setReplies(HERE, 1, [2, 3]);
  const id = store.addAnswer(anAnswer({ status: "not_found" }));
  const missed = store.missed(10);
  store.close();
  const again = openStore(file, clock).store;
  expect(again.turns(HERE)).toEqual(["谁"]);
  expect(again.language(1)).toBe("en");
  expect(again.replies(HERE, 1)).toEqual([2, 3]);
  expect(again.answer(id)).toEqual(anAnswer({ status: "not_found" }));
  expect(again.missed(10)).toEqual(missed);
  expect(again.counts()).toEqual({ answers: 1, notFound: 1, unhelpful: 0 });
});

test("the clock of the machine is used when no other is given", () => {
  const store = new ChatStore(join(temporaryFolder(), "chats.sqlite"));
  const before = Date.now();
  store.addAnswer(anAnswer({ status: "not_found" }));
  const at = store.missed(1)[0]?.at.getTime();
  store.close();
  expect(at).toBeGreaterThanOrEqual(before);
  expect(at).toBeLessThanOrEqual(Date.now());
});

test("text of every kind comes back unchanged, halves of surrogate pairs and quotes too", () => {
  const { store } = openStore();
  const unit = fc.oneof(
    fc.integer({ min: 0, max: 0xffff }),
    fc.integer({ min: 0xd800, max: 0xdfff }),
    fc.constantFrom(0, 0x22, 0x27, 0x5c, 0x60),
  );
  const units = fc.array(unit, { maxLength: 20 }).map((all) => String.fromCharCode(...all));
  const text = fc.oneof(
    anyText,
    units,
    fc.constantFrom("👨‍👩‍👧 '); DROP TABLE turns; --", "\ud83d", "null"),
  );
  let messageId = 0;
  fc.assert(
    fc.property(text, fc.array(text), (question, history) => {
      messageId += 1;
      store.addTurn(HERE, question, messageId);
      expect(store.turns(HERE).at(-1)).toBe(question);
      const answer = anAnswer({ question, history, status: "not_found", messageId });
      expect(store.answer(store.addAnswer(answer))).toEqual(answer);
      expect(store.missed(1)[0]?.question).toBe(question);
    }),
  );
});

interface ModelTurn {
  readonly question: string;
  readonly messageId: number;
  readonly at: number;
}

class Model {
  readonly #turns = new Map<number, ModelTurn[]>();

  add(place: number, turn: ModelTurn): void {
    const turns = this.#fresh(place, turn.at);
    const edited = turns.findIndex(({ messageId }) => messageId === turn.messageId);
    if (edited === -1) turns.push(turn);
    else turns[edited] = turn;
    this.#turns.set(place, turns.slice(-TURNS));
  }

  turns(place: number, now: number): string[] {
    return this.#fresh(place, now).map(({ question }) => question);
  }

  #fresh(place: number, now: number): ModelTurn[] {
    return (this.#turns.get(place) ?? []).filter(({ at }) => now - at <= DAY);
  }
}
