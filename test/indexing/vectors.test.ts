import fc from "fast-check";
import { expect, test } from "vitest";
import { fromBlob, toBlob } from "../../src/indexing/vectors.ts";

test("every vector comes back bit by bit, wherever its blob lies in memory", () => {
  fc.assert(
    fc.property(fc.float32Array(), fc.nat(7), (vector, offset) => {
      const memory = Buffer.alloc(offset + vector.byteLength);
      toBlob(vector).copy(memory, offset);
      expect(fromBlob(memory.subarray(offset))).toEqual(vector);
    }),
  );
});

test("a part of a larger vector is kept alone", () => {
  const part = Float32Array.of(1, 2, 3, 4).subarray(1, 3);
  expect(fromBlob(toBlob(part))).toEqual(Float32Array.of(2, 3));
});

test("numbers stand in little-endian order, on every machine", () => {
  expect([...toBlob(Float32Array.of(1))]).toEqual([0, 0, 0x80, 0x3f]);
});
