import type { TokenVectors } from "../embedding/token-vectors.ts";

/** A vector as SQLite keeps it: little-endian 32-bit floats, one after the other. */
export function toBlob(vector: Float32Array): Buffer {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
}

/** The vector in a blob of SQLite. */
export function fromBlob(blob: Buffer): Float32Array {
  // A copy: the blob's memory belongs to a pool and need not be aligned to four bytes.
  return new Float32Array(new Uint8Array(blob).buffer);
}

/** The vectors of tokens as SQLite keeps them: a byte a number. */
export function tokensToBlob({ data }: TokenVectors): Buffer {
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
}

/** The vectors of tokens in a blob of SQLite. */
export function tokensFromBlob(blob: Buffer, dimensions: number): TokenVectors {
  return { data: new Int8Array(blob.buffer, blob.byteOffset, blob.byteLength), dimensions };
}
