import {
  Lexer,
  Parser,
  isAlias,
  isNode,
  isScalar,
  parseDocument,
  visit,
  type Document,
  type LineCounter,
  type YAMLMap,
} from "yaml";
import { UserError, messageOf } from "../errors.ts";

/**
 * Parses YAML in which every value is a text, a list or keys with values. Throws `UserError` with file
 * and line for anything else, and for texts that are made to be hard to parse.
 */
export function parseYaml(text: string, file: string, counter: LineCounter): Document {
  const failAt = (what: string, line: number): never => {
    throw new UserError(`'${file}', line ${line}: ${what}. ${ADVICE}`);
  };
  if (text.length > LONGEST) {
    failAt(`expected at most ${LONGEST} characters, got ${text.length}`, 1);
  }
  refuseDepth(text, failAt);
  // Duplicates are looked for below: the library compares each key with each other.
  const options = { schema: "failsafe", prettyErrors: false, uniqueKeys: false } as const;
  const document = parseDocument(text, { ...options, lineCounter: counter, logLevel: "error" });
  const fail: Fail = (what, offset) => failAt(what, counter.linePos(offset).line);
  const [error] = document.errors;
  if (error) fail(`it is no YAML (${messageOf(error)})`, error.pos[0]);
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) {
        fail("expected words, got a reference to another place (*)", offsetOf(node));
      }
    },
    Map: (_, map) => {
      refuseOddKeys(map, fail);
    },
  });
  return document;
}

type Fail = (what: string, offset: number) => never;

const ADVICE =
  "Mend it (quote words with ':' or '#' in them), or delete the file to go back to the program's cut.";

/** A correction of a page of 5000 lines has a quarter of this. */
const LONGEST = 1_000_000;

/** A correction has five levels; each takes at most two places on the parser's stack. */
const DEEPEST = 32;

// The library reads nested values by recursion, which ends the process when it goes deep enough.
function refuseDepth(text: string, failAt: (what: string, line: number) => never): void {
  const parser = new Parser();
  let line = 1;
  for (const lexeme of new Lexer().lex(text)) {
    // Only the stack is of interest here.
    Array.from(parser.next(lexeme));
    if (parser.stack.length > DEEPEST) {
      failAt("expected articles with lists of lines, got values nested deeply", line);
    }
    line += lexeme.split("\n").length - 1;
  }
}

function refuseOddKeys(map: YAMLMap, fail: Fail): void {
  const seen = new Set<unknown>();
  for (const { key } of map.items) {
    if (!isScalar(key)) fail("expected a word as key, got a list or keys", offsetOf(key));
    else if (seen.has(key.value)) fail(`expected every key once, got '${String(key.value)}' again`, offsetOf(key));
    else seen.add(key.value);
  }
}

function offsetOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}
