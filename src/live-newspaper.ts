import type { Newspaper } from "./answer/newspaper.ts";
import type { OpenNewspaper } from "./surfaces/cli/services.ts";

/** A newspaper whose index can be exchanged while it is being asked. */
export interface LiveNewspaper {
  readonly newspaper: Newspaper;
  /** Goes on with another; the one before is closed when its last question is answered. */
  readonly replace: (next: OpenNewspaper) => void;
  /** Closes the one in use. */
  readonly close: () => void;
}

/** Answers from `first` until it is replaced. A question is answered to its end by whichever it came to. */
export function createLiveNewspaper(first: OpenNewspaper): LiveNewspaper {
  let current = inUse(first);
  return {
    newspaper: {
      ask: (question, options) => current.ask(question, options),
      articles: () => current.open.newspaper.articles(),
      article: (id) => current.open.newspaper.article(id),
      page: (file) => current.open.newspaper.page(file),
    },
    replace: (next) => {
      const before = current;
      current = inUse(next);
      before.retire();
    },
    close: () => {
      current.open.close();
    },
  };
}

interface InUse {
  readonly open: OpenNewspaper;
  readonly ask: Newspaper["ask"];
  /** Closes it, now or when its last question is answered. */
  readonly retire: () => void;
}

function inUse(open: OpenNewspaper): InUse {
  let asking = 0;
  let isRetired = false;
  const closeWhenIdle = (): void => {
    if (isRetired && asking === 0) open.close();
  };
  return {
    open,
    ask: async (question, options) => {
      asking += 1;
      try {
        return await open.newspaper.ask(question, options);
      } finally {
        asking -= 1;
        closeWhenIdle();
      }
    },
    retire: () => {
      isRetired = true;
      closeWhenIdle();
    },
  };
}
