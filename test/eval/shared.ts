/** Where evaluation data lie that may be used but not copied; the folder may be missing. */
export const SHARED = new URL("../../../shared/eval", import.meta.url).pathname;
