/** A vector as SQLite keeps it: little-endian 32-bit floats, one after the other. */
export function toBlob(vector: Float32Array): Buffer {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
}

/** The vector in a blob of SQLite. */
export function fromBlob(blob: Buffer): Float32Array {
  // A copy: the blob's memory belongs to a pool and need not be aligned to four bytes.
  return new Float32Array(new Uint8Array(blob).buffer);
}
