import { Converter as toSimplifiedConverter } from "opencc-js/t2cn";

/** Turns a text of one Chinese script into the other; it may change in length. */
export type ScriptConverter = (text: string) => string;

// The package's declarations use imports that TypeScript does not resolve for ES modules.
const createConverter = toSimplifiedConverter as (scripts: ConverterScripts) => ScriptConverter;

interface ConverterScripts {
  readonly from: "t";
  readonly to: "cn";
}

/** A text with its traditional Chinese characters as simplified ones. */
export const toSimplified: ScriptConverter = createConverter({ from: "t", to: "cn" });
