import fc from "fast-check";
import { expect, test } from "vitest";
import { fromBlob, toBlob, tokensFromBlob, tokensToBlob } from "../../src/indexing/vectors.ts";

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

test("the vectors of tokens come back bit by bit, wherever their blob lies in memory", () => {
  const sizes = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat(4));
  const tokens = sizes.chain(([dimensions, count]) => {
    const length = dimensions * count;
    const data = fc.int8Array({ minLength: length, maxLength: length });
    return fc.record({ data, dimensions: fc.constant(dimensions) });
  });
  fc.assert(
    fc.property(tokens, fc.nat(7), (vectors, offset) => {
      const memory = Buffer.alloc(offset + vectors.data.length);
      tokensToBlob(vectors).copy(memory, offset);
      expect(tokensFromBlob(memory.subarray(offset), vectors.dimensions)).toEqual(vectors);
    }),
  );
});

test("of a larger table of tokens a part is kept alone, a byte a number", () => {
  const data = Int8Array.of(1, 2, -1, 127, -127, 6).subarray(2, 5);
  expect([...tokensToBlob({ data, dimensions: 3 })]).toEqual([0xff, 0x7f, 0x81]);
});
