import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readCentres } from "./centres.ts";
import type { Embedder } from "./embedder.ts";
import { habitsOf } from "./known-models.ts";
import { loadProblem, loadWeights, type Variant } from "./library.ts";
import { POOLING_RULES, createEmbedder, type Encoder } from "./local-embedder.ts";
import { createReader } from "./local-reader.ts";
import { findModel, verifyModelFiles, type ModelPlace } from "./model-files.ts";
import { once } from "./once.ts";
import type { Reader } from "./reader.ts";
import { loadTokenizer, type Tokenizer } from "./tokenizer.ts";

/** The models of this machine, each loaded at its first use and then kept. */
export interface Models {
  /** As the loaded embedder's: enough to see whether an index belongs to it. */
  readonly fingerprint: string;
  /** Throws `UserError` when the model cannot be loaded. */
  readonly loadEmbedder: () => Promise<Embedder>;
  /** The shipped reader, whatever the embedder is. Throws `UserError` when it cannot be loaded. */
  readonly loadReader: () => Promise<Reader>;
}

/**
 * Finds the embedder that the setting `EMBEDDING_MODEL` names, and the shipped reader. The files of a
 * folder are verified before any is loaded. Throws `UserError` for a model that is missing or damaged.
 */
export async function openModels(name: string): Promise<Models> {
  const place = findModel(name);
  const readerPlace = findModel(READER);
  const fingerprint = await fingerprintOf(place);
  const isShared = placeKey(place) === placeKey(readerPlace);
  if (!isShared) await fingerprintOf(readerPlace);
  const tokenizer = once(() => loadTokenizer(place));
  // Two models over one vocabulary share its tokenizer, most of a model's start and memory.
  const readerTokenizer = isShared ? tokenizer : once(() => loadTokenizer(readerPlace));
  return {
    fingerprint,
    loadEmbedder: once(() =>
      load(place, tokenizer, variantOf(place), async (encoder) => {
        const centres = place.kind === "folder" ? await readCentres(place.dir) : undefined;
        return createEmbedder(encoder, fingerprint, centres);
      }),
    ),
    loadReader: once(() => load(readerPlace, readerTokenizer, READER_VARIANT, createReader)),
  };
}

/** The shipped folder holds embedder and reader. */
const READER = "multilingual-e5-small";
const READER_VARIANT: Variant = { dtype: "q8", file: "reader" };

async function load<T>(
  place: ModelPlace,
  tokenizer: () => Promise<Tokenizer>,
  variant: Variant,
  make: (encoder: Encoder) => T | Promise<T>,
): Promise<T> {
  try {
    const [loaded, run] = await Promise.all([tokenizer(), loadWeights(place, variant)]);
    return await make({ tokenizer: loaded, run, habits: habitsOf(place.name) });
  } catch (cause) {
    throw loadProblem(place, cause);
  }
}

/** The smallest variant that a folder holds; hub models nearly always have the 8-bit one. */
function variantOf(place: ModelPlace): Variant {
  if (place.kind === "hub") return { dtype: "q8" };
  const has = (file: string): boolean => existsSync(join(place.dir, "onnx", file));
  if (has("model_q4.onnx")) return { dtype: "q4" };
  return { dtype: has("model_quantized.onnx") ? "q8" : "fp32" };
}

async function fingerprintOf(place: ModelPlace): Promise<string> {
  const weights = place.kind === "folder" ? await embedderFilesOf(place.dir) : place.name;
  const habits = JSON.stringify(habitsOf(place.name));
  const digest = createHash("sha256").update(`${POOLING_RULES}\n${habits}\n${weights}`);
  return `${place.name}@${digest.digest("hex").slice(0, FINGERPRINT_DIGITS)}`;
}

/** Checksums of what vectors depend on: a better reader must not cost an index. */
async function embedderFilesOf(dir: string): Promise<string> {
  const checksums = [...(await verifyModelFiles(dir))];
  return checksums
    .filter(([file]) => !/^onnx.reader/.test(file))
    .map(([file, sum]) => `${sum}  ${file}`)
    .join("\n");
}

/** Hexadecimal digits, enough that two models never share them. */
const FINGERPRINT_DIGITS = 16;

function placeKey(place: ModelPlace): string {
  return place.kind === "folder" ? place.dir : `hub:${place.name}`;
}
