/** Whether `text` has the words of `evidence`, any of them; width and blanks of characters do not count. */
export function holds(text: string, evidence: readonly string[]): boolean {
  const bare = bareText(text);
  return evidence.some((words) => bare.includes(bareText(words)));
}

function bareText(text: string): string {
  return text.normalize("NFKC").replaceAll(/\s+/gu, "");
}
