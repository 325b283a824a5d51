import fc from "fast-check";
import type { Update } from "grammy/types";
import { expect, test } from "vitest";
import type { Inbox } from "../../../../src/surfaces/telegram/inbox/inbox.ts";
import {
  macrotask,
  NEVER,
  openInbox,
  temporaryInbox,
  until,
  update,
  work,
} from "./inbox-under-test.ts";

/** What happens to an inbox. A number names an update, the oldest first, round and round. */
type Step =
  | { readonly kind: "come"; readonly chats: readonly number[] }
  | { readonly kind: "come again" | "fail"; readonly which: number }
  | { readonly kind: "go on" | "kill" };

const which = fc.nat({ max: 20 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant("come" as const),
    chats: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ kind: fc.constantFrom("come again" as const, "fail" as const), which }),
  fc.record({ kind: fc.constantFrom("go on" as const, "kill" as const) }),
);

test("whatever comes again, fails or is killed, each update is handled once and in its chat's order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const course = new Course();
      for (const each of steps) await course.take(each);
      expect(await course.end()).toEqual(course.expected());
    }),
    { numRuns: 25 },
  );
});

/** An inbox that is put through steps, and what was handled. */
class Course {
  readonly #file = temporaryInbox();
  readonly #came: Update[] = [];
  readonly #failing = new Set<number>();
  readonly #handled: Update[] = [];
  #life = this.#begin();

  async take(step: Step): Promise<void> {
    const { inbox, kill } = this.#life;
    switch (step.kind) {
      case "come": {
        const first = 501 + this.#came.length;
        const updates = step.chats.map((chat, index) => update(first + index, chat));
        this.#came.push(...updates);
        inbox.store(updates);
        return;
      }
      case "come again":
        inbox.store(this.#some(step.which));
        return;
      case "fail":
        for (const { update_id: id } of this.#some(step.which)) this.#failing.add(id);
        return;
      case "go on":
        await macrotask();
        return;
      case "kill":
        kill();
        this.#life = this.#begin();
    }
  }

  /** What was handled in each chat by the time that nothing is left. */
  async end(): Promise<number[][]> {
    const { inbox, kill } = this.#life;
    await until(() => inbox.depth === 0);
    kill();
    return byChat(this.#handled);
  }

  expected(): number[][] {
    return byChat(this.#came);
  }

  #begin(): { inbox: Inbox; kill: () => void } {
    const inbox = openInbox({ workers: 2, tries: 100 }, this.#file);
    let isAlive = true;
    const { kill } = work(inbox, async (one) => {
      await macrotask();
      if (!isAlive) await NEVER;
      if (this.#failing.delete(one.update_id)) throw new Error("broken");
      this.#handled.push(one);
    });
    return {
      inbox,
      kill: () => {
        isAlive = false;
        kill();
      },
    };
  }

  #some(index: number): Update[] {
    const one = this.#came[index % Math.max(1, this.#came.length)];
    return one === undefined ? [] : [one];
  }
}

function byChat(updates: readonly Update[]): number[][] {
  return [1, 2, 3].map((chat) =>
    updates.filter(({ message }) => message?.chat.id === chat).map(({ update_id: id }) => id),
  );
}
