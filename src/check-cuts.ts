import { LOW_CONFIDENCE, isUnsure, type Article } from "./articles/article.ts";
import { correctionOf } from "./corpus/correction.ts";
import { readImprints } from "./corpus/imprints.ts";
import { listCorpus } from "./corpus/list-corpus.ts";
import { isPage, misfitIn, readCorpusFile } from "./corpus/read-corpus-file.ts";
import { UserError } from "./errors.ts";

/**
 * Looks at how the pages were cut. Gives the pages that an editor should see; throws `UserError` for
 * corrections that cannot be used. `articlesOf` gives what is indexed, undefined without a finished index.
 */
export async function checkCuts(
  corpusDir: string,
  articlesOf: () => Promise<readonly Article[] | undefined>,
): Promise<string> {
  const { files, corrections } = await listCorpus(corpusDir);
  const pages = new Map(files.filter(isPage).map((file) => [correctionOf(file), file]));
  const imprintOf = await readImprints(corpusDir);
  const problems: string[] = [];
  for (const correction of corrections) {
    const page = pages.get(correction);
    if (page === undefined) problems.push(strayProblem(correction));
    else problems.push(...(await problemsOf(corpusDir, page, imprintOf)));
  }
  if (problems.length > 0) throw new UserError(few(problems, "\n"));
  const corrected =
    corrections.length === 0 ? "" : `; ${pagesIn(corrections.length)} corrected by hand`;
  return `${unsureCuts(await articlesOf())}${corrected}`;
}

function strayProblem(correction: string): string {
  return `Expected a page beside the correction '${correction}', got none of its name. Name it as its page with .articles.yaml, or delete it.`;
}

async function problemsOf(
  dir: string,
  page: string,
  imprintOf: Awaited<ReturnType<typeof readImprints>>,
): Promise<readonly string[]> {
  try {
    return misfitIn(await readCorpusFile(dir, page, imprintOf(page)));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [error.message];
  }
}

function unsureCuts(articles: readonly Article[] | undefined): string {
  if (articles === undefined) return "no finished index yet to look for unsure cuts";
  const counts = new Map<string, number>();
  for (const { source } of articles.filter(isUnsure)) {
    counts.set(source.file, (counts.get(source.file) ?? 0) + 1);
  }
  if (counts.size === 0) return "no article is cut unsurely";
  const unsure = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const worst = [...counts].sort(([, one], [, other]) => other - one);
  const named = few(
    worst.map(([file, count]) => `'${file}' (${count})`),
    ", ",
  );
  return (
    `${unsure} of ${articles.length} articles cut unsurely (below ${Math.round(LOW_CONFIDENCE * 100)}%), on ${pagesIn(counts.size)}: ${named}; ` +
    "`baowen segment FILE --edit` lets you correct a page"
  );
}

/** More would scroll the other findings away. */
const MOST_NAMED = 5;

function few(names: readonly string[], between: string): string {
  const more = names.length - MOST_NAMED;
  const shown = names.slice(0, MOST_NAMED);
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join(between);
}

function pagesIn(count: number): string {
  return count === 1 ? "1 page" : `${count} pages`;
}
