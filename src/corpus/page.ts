/** One line of a page as it stands in the file, without its line end. */
export interface Line {
  /** 1 is the first line of the file. */
  readonly n: number;
  readonly text: string;
}

/** Where and when something was printed, as far as it is known. */
export interface Imprint {
  /** ISO date, `2022-09-30`. */
  readonly date?: string;
  readonly edition?: string;
  /** The page as the paper names it: `A02`, `3`. */
  readonly page?: string;
  /** Where the public can read it. */
  readonly url?: string;
}

/** One printed page as text: its lines in file order, which is rarely the order of reading. */
export interface Page extends Imprint {
  /** Path below the corpus folder, with `/`. */
  readonly file: string;
  readonly lines: readonly Line[];
}
