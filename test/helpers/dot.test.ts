import { expect, test } from "vitest";
import { dot } from "./dot.ts";

test("the dot product is the sum of products", () => {
  expect(dot(Float32Array.of(1, 2, 3), Float32Array.of(4, -5, 6))).toBe(12);
});

test("of two vectors of length 1 it is their cosine", () => {
  expect(dot(Float32Array.of(0.6, 0.8), Float32Array.of(0.6, 0.8))).toBeCloseTo(1, 6);
  expect(dot(Float32Array.of(0.6, 0.8), Float32Array.of(-0.8, 0.6))).toBeCloseTo(0, 6);
});
