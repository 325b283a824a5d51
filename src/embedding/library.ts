import { dirname } from "node:path";
import { AutoModel, Tensor, env } from "@xenova/transformers";
import { UserError, messageOf } from "../errors.ts";
import type { ModelPlace } from "./model-files.ts";

/** A model that has been loaded: named tensors in, named tensors out. */
export type Run = (ids: readonly number[]) => Promise<Readonly<Record<string, Tensor>>>;

/** Which file of a model's folder to load. */
export interface Variant {
  readonly dtype: "q4" | "q8" | "fp32";
  /** `model` unless it is another one of the folder. */
  readonly file?: string;
}

/** Loads weights through transformers.js. Throws what the library throws. */
export async function loadWeights(place: ModelPlace, variant: Variant): Promise<Run> {
  const { dtype, file } = variant;
  const model = await loadAt(place, (id) =>
    AutoModel.from_pretrained(id, {
      dtype,
      ...(file === undefined ? {} : { model_file_name: file }),
    }),
  );
  return async (ids) => (await model(inputsOf(ids))) as Record<string, Tensor>;
}

let lastLoad: Promise<unknown> = Promise.resolve();

/**
 * Runs `load` with the name under which the library knows the model. The library looks for models where a
 * global setting points, at some time while it loads: so one load follows the other. A folder is never
 * looked up on the network.
 */
export function loadAt<T>(place: ModelPlace, load: (id: string) => Promise<T>): Promise<T> {
  const turn = lastLoad.then(() => {
    env.allowRemoteModels = place.kind === "hub";
    if (place.kind === "folder") env.localModelPath = `${dirname(place.dir)}/`;
    return load(place.name);
  });
  lastLoad = turn.catch(() => undefined);
  return turn;
}

/** What the library throws while loading, as a sentence that says what to do. */
export function loadProblem(place: ModelPlace, cause: unknown): UserError {
  if (cause instanceof UserError) return cause;
  const where = place.kind === "hub" ? `'${place.name}' of the hub` : `in '${place.dir}'`;
  const advice =
    place.kind === "hub"
      ? "Check the name and the network, or unset EMBEDDING_MODEL."
      : "Expected a transformers.js model: config.json, tokenizer.json and onnx/model*.onnx.";
  return new UserError(`Cannot load the model ${where}. ${advice} (${messageOf(cause)})`, {
    cause,
  });
}

/** One input without padding. Models take from these what they know. */
function inputsOf(ids: readonly number[]): Record<string, Tensor> {
  const shape = [1, ids.length];
  return {
    input_ids: new Tensor("int64", BigInt64Array.from(ids, BigInt), shape),
    attention_mask: new Tensor("int64", new BigInt64Array(ids.length).fill(1n), shape),
    token_type_ids: new Tensor("int64", new BigInt64Array(ids.length), shape),
  };
}
