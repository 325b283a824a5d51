/**
 * How fast one reader may ask: so many questions in any minute. Who asks faster is not refused but told to
 * wait, so that others get their turn.
 */
export class Pace {
  readonly #limit: number;
  readonly #now: () => number;
  /** When each reader asked within the last minute, oldest first; and who has been told to wait. */
  readonly #asked = new Map<number, number[]>();
  readonly #told = new Set<number>();

  /** `now` gives Unix milliseconds. */
  constructor(limit: number, now: () => number = Date.now) {
    this.#limit = limit;
    this.#now = now;
  }

  /** Milliseconds until a reader's next question may be answered; 0 counts as one that is answered now. */
  wait(reader: number): number {
    const now = this.#now();
    this.#forgetBefore(now - MINUTE);
    const asked = this.#asked.get(reader) ?? [];
    const oldest = asked.at(-this.#limit);
    if (oldest !== undefined) return oldest + MINUTE - now;
    this.#asked.set(reader, [...asked, now]);
    this.#told.delete(reader);
    return 0;
  }

  /** Whether a reader who has to wait has not been told so yet; told is told. */
  isNewTo(reader: number): boolean {
    if (this.#told.has(reader)) return false;
    this.#told.add(reader);
    return true;
  }

  #forgetBefore(time: number): void {
    for (const [reader, asked] of this.#asked) {
      const recent = asked.filter((at) => at > time);
      if (recent.length > 0) this.#asked.set(reader, recent);
      else {
        this.#asked.delete(reader);
        this.#told.delete(reader);
      }
    }
  }
}

const MINUTE = 60_000;
