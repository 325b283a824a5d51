import { paletteCss } from "./palette.ts";

/** How every page looks, in light and dark, on paper and on a telephone. */
export const stylesheet = `
:root {
  color-scheme: light dark;
  --paper: #fbf9f4;
  --card: #ffffff;
  --ink: #211f1b;
  --faint: #655f54;
  --rule: #ded8ca;
  --accent: #9b2219;
  --mark: #ffe58a;
  --tint: 88%;
  --tint-strength: 60%;
  --edge: 45%;
}

@media (prefers-color-scheme: dark) {
  :root {
    --paper: #181715;
    --card: #211f1c;
    --ink: #e9e4d9;
    --faint: #a8a091;
    --rule: #3b3731;
    --accent: #f0998d;
    --mark: #6b5310;
    --tint: 19%;
    --tint-strength: 32%;
    --edge: 60%;
  }
}

* { box-sizing: border-box; }

body {
  margin: 0 auto;
  max-width: 46rem;
  padding: 0 1.25rem 4rem;
  background: var(--paper);
  color: var(--ink);
  font-family: Georgia, "Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "Songti SC",
    SimSun, serif;
  font-size: 1.0625rem;
  line-height: 1.75;
  overflow-wrap: anywhere;
}

a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }

h1 { margin: 0 0 0.5rem; font-size: 1.75rem; line-height: 1.35; text-wrap: balance; }
h2 { margin: 0 0 0.75rem; font-size: 1.15rem; line-height: 1.4; }
ul, ol { padding-left: 1.25rem; }
li { margin-bottom: 0.4rem; }

.note, figcaption { color: var(--faint); font-size: 0.9rem; }
.part:not(:last-child)::after { content: " · "; color: var(--faint); }

header.site {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  gap: 0 0.9rem;
  margin-bottom: 2rem;
  padding: 1.1rem 0 0.7rem;
  border-bottom: 3px double var(--rule);
}
.site .name { color: var(--accent); font-size: 1.4rem; font-weight: bold; text-decoration: none; }
.site .motto { color: var(--faint); font-size: 0.9rem; }

.ask { margin-bottom: 2rem; }
.ask label { display: block; margin-bottom: 0.4rem; font-weight: bold; }
.ask .row { display: flex; gap: 0.6rem; }
.ask input {
  flex: 1;
  min-width: 0;
  padding: 0.6rem 0.8rem;
  border: 1px solid var(--faint);
  border-radius: 6px;
  background: var(--card);
  color: var(--ink);
  font: inherit;
}
.ask input::placeholder { color: var(--faint); opacity: 1; }
.ask button {
  flex: none;
  padding: 0.6rem 1.3rem;
  border: 1px solid var(--accent);
  border-radius: 6px;
  background: var(--accent);
  color: var(--paper);
  font: inherit;
  font-weight: bold;
  cursor: pointer;
}

.answer {
  margin-bottom: 2.5rem;
  padding: 1.1rem 1.4rem;
  border: 1px solid var(--rule);
  border-radius: 8px;
  background: var(--card);
}
.answer > :last-child { margin-bottom: 0; }
.refused { padding: 0.8rem 1.1rem; border-left: 4px solid var(--accent); background: var(--card); }
.citation { margin: 0 0 1.2rem; }
blockquote { margin: 0 0 0.3rem; padding-left: 1rem; border-left: 3px solid var(--accent); }
blockquote a { color: inherit; text-decoration: none; white-space: pre-line; }
blockquote a:hover, blockquote a:focus-visible { text-decoration: underline; }

.recent ul { padding: 0; list-style: none; }
.recent li { padding: 0.45rem 0; margin: 0; border-bottom: 1px solid var(--rule); }
.recent .note { margin-left: 0.5rem; white-space: nowrap; }

article > header { margin-bottom: 1.75rem; padding-bottom: 0.6rem; border-bottom: 1px solid var(--rule); }
.subheadline { margin: 0 0 0.5rem; color: var(--faint); font-size: 1.15rem; }
.text p { margin: 0 0 0.9rem; }
.text:lang(zh) p, .text:lang(ja) p { text-indent: 2em; text-align: justify; }
mark { padding: 0.1em 0; background: var(--mark); color: inherit; scroll-margin-top: 30vh; }
.captions { margin-top: 2rem; padding-top: 1rem; border-top: 1px solid var(--rule); font-size: 0.95rem; }

h1.file { font-size: 1.3rem; }
.legend { padding: 0; list-style-position: inside; columns: 19rem; column-gap: 0.6rem; }
.legend li { break-inside: avoid; padding: 0.25rem 0.7rem; font-size: 0.95rem; }
.lines { width: 100%; border-collapse: collapse; line-height: 1.5; }
.lines th { padding: 0.3rem 0.6rem; text-align: left; color: var(--faint); font-size: 0.85rem; }
.lines td { padding: 0.1rem 0.6rem; vertical-align: baseline; }
.lines .number, .lines .role { width: 1%; white-space: nowrap; color: var(--faint); font-size: 0.8rem; }
.lines .number { text-align: right; font-variant-numeric: tabular-nums; }
.lines .article { width: 1%; padding: 0 0.3rem; font-weight: bold; text-align: right; }
.lines .printed { white-space: pre-wrap; }
.lines .headline .printed { font-size: 1.15em; font-weight: bold; }
.lines .subheadline .printed, .lines .subhead .printed { font-weight: bold; }
.lines .no-article .printed { color: var(--faint); }
.lines tr:target .printed { text-decoration: underline; text-decoration-thickness: 2px; }
.lines tr { scroll-margin-top: 20vh; }
[class^="colour-"] {
  background: hsl(var(--hue) var(--tint-strength) var(--tint));
  border-left: 5px solid hsl(var(--hue) 55% var(--edge));
}
[class^="colour-"] .number, [class^="colour-"] .role { color: inherit; }
.legend a, .lines .article a { color: inherit; }
.no-article { border-left: 5px solid transparent; }
${paletteCss()}

@media (max-width: 34rem) {
  body { font-size: 1rem; padding: 0 0.9rem 3rem; }
  h1 { font-size: 1.45rem; }
  .answer { padding: 0.9rem 1rem; }
  .lines td { padding: 0.1rem 0.3rem; }
}

@media print {
  .ask, .recent, header.site { display: none; }
}
`;
