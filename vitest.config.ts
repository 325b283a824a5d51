import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // hnswlib-node, better-sqlite3 and onnxruntime-node are native: forks, not threads.
    pool: "forks",
    // Nothing here mocks a module; loading them anew for each file would take three times as long.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/eval/**"],
          // A busy machine is no failure; the slowest take two seconds on an idle one.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "eval",
          include: ["test/eval/**/*.test.ts"],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
