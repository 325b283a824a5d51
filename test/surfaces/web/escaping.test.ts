import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFakeNewspaper, plainWords, type PrintedWords } from "./fake-newspaper.ts";
import { elementsOf, skeletonOf, type HtmlElement } from "./parse-html.ts";
import { createWebFixture, getPage } from "./web-fixture.ts";

const attack = fc.oneof(
  fc.constantFrom(
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '" autofocus onfocus="alert(1)',
    "</title></textarea><svg onload=alert(1)>",
    "</blockquote></table></article></html>",
    "<!--",
    "]]>",
    "<![CDATA[",
    "${alert(1)}",
    "&#60;script&#62;",
    "javascript:alert(1)",
    "<",
    ">",
    "&",
    '"',
    "'",
    "`",
    "=",
    "/",
    " ",
  ),
  // Not `%` and not lone surrogates, which no address can carry; no line feeds, which make paragraphs.
  fc.string({
    unit: fc.constantFrom("字", "a", "𠮷", "<", ">", '"', "'", "&", "\t", " ", "\u2028"),
  }),
);
const word = fc.array(attack, { minLength: 1, maxLength: 4 }).map((parts) => `x${parts.join("")}`);

const printedWords: fc.Arbitrary<PrintedWords> = fc.record({
  headline: word,
  subheadline: word,
  byline: word,
  caption: word,
  text: fc.tuple(word, word).map((paragraphs) => paragraphs.join("\n")),
  date: word,
  edition: word,
  page: word,
  file: word,
  line: word,
});

describe("the words of the paper and of the reader", () => {
  test("cannot change the structure of any page", async () => {
    const plain = await allPages(plainWords, "x");
    await fc.assert(
      fc.asyncProperty(printedWords, word, async (words, question) => {
        const pages = await allPages(words, question);
        expect(pages.map((page) => skeletonOf(page))).toEqual(
          plain.map((page) => skeletonOf(page)),
        );
        expect(pages.flatMap(badAddresses)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

async function allPages(words: PrintedWords, question: string): Promise<HtmlElement[]> {
  const { app } = createWebFixture(createFakeNewspaper(words));
  const paths = [
    "/",
    `/?q=${encodeURIComponent(question)}`,
    `/?q=${encodeURIComponent(`几点${question}`)}`,
    "/a/library?q=0-1",
    `/a/library?q=${encodeURIComponent(question)}`,
    `/a/${encodeURIComponent(question)}`,
    `/pages/${encodeURIComponent(words.file)}`,
  ];
  return Promise.all(paths.map((path) => getPage(app, path)));
}

function badAddresses(page: HtmlElement): string[] {
  const ours = /^(?:\/(?!\/)|https:\/\/paper\.example\/|data:image\/svg\+xml,)/;
  return elementsOf(page)
    .flatMap((element) => element.attributes.get("href") ?? [])
    .filter((address) => !ours.test(address));
}
