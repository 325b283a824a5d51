import type { Newspaper } from "../../answer/newspaper.ts";
import type { Segmentation } from "../../articles/segmentation.ts";
import type { Page } from "../../corpus/page.ts";
import type { Retriever } from "../../search/retriever.ts";

/** What the commands need done; wired in `app.ts`. */
export interface Services {
  readonly updateIndex: (request: IndexRequest) => Promise<IndexSummary>;
  /** Whether there is a finished index to open. */
  readonly hasIndex: () => Promise<boolean>;
  /** Opens index and model. Throws `UserError` when one of them cannot be used. */
  readonly open: () => Promise<OpenNewspaper>;
  /**
   * Cuts one page file, without an index, as its editor did or else as the program does. Throws
   * `UserError` for a file that is no page and for a damaged correction.
   */
  readonly segment: (path: string) => Promise<SegmentedPage>;
  /**
   * Writes the program's cut of a page into a file for an editor, and gives its path. Throws `UserError`
   * when there is one already.
   */
  readonly writeCorrection: (path: string) => Promise<string>;
  /** Runs bot and web reader until the signal. */
  readonly serve: (signal: AbortSignal, index: ServedIndex) => Promise<void>;
  /** What `doctor` looks at. */
  readonly checks: () => Promise<readonly Check[]>;
}

/** The index that bot and web reader answer from. */
export interface ServedIndex {
  /** Brings it up to date with the corpus. */
  readonly update: () => Promise<IndexSummary>;
  readonly open: () => Promise<OpenNewspaper>;
}

export interface IndexRequest {
  readonly mode: "update" | "rebuild";
  /** Instead of the folders of the settings. */
  readonly corpusDir?: string;
  readonly indexDir?: string;
  readonly onProgress: (progress: { readonly done: number; readonly total: number }) => void;
}

/** What a run of `index` did, and what the index holds after it. */
export interface IndexSummary {
  readonly files: number;
  readonly articles: number;
  readonly passages: number;
  readonly sentences: number;
  readonly embedded: number;
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly ignored: readonly string[];
  readonly problems: readonly string[];
  /** A sentence for each correction that is not used because its page has changed. */
  readonly misfits: readonly string[];
}

/** An opened index with its model; `close` when done. */
export interface OpenNewspaper {
  readonly newspaper: Newspaper;
  /** Finds by vectors and terms. */
  readonly retriever: Retriever;
  /** Finds the same, then reads the best. */
  readonly readingRetriever: Retriever;
  readonly close: () => void;
}

export interface SegmentedPage {
  /** With its correction, when the cut is an editor's. */
  readonly page: Page;
  readonly segmentation: Segmentation;
  /** A sentence that says why there is a correction that is not used. */
  readonly misfit?: string;
}

/** Something that has to be right for Baowen to work. */
export interface Check {
  readonly name: string;
  /** Resolves with what was found; rejects with a `UserError` that says how to mend it. */
  readonly run: () => Promise<string>;
}
