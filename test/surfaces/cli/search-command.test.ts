import { join } from "node:path";
import { CommanderError } from "commander";
import { describe, expect, test } from "vitest";
import { UsageError, UserError } from "../../../src/errors.ts";
import { folderWith } from "../../helpers/temporary-folder.ts";
import { createFakeServices } from "./fake-services.ts";
import { jsonOf, runCommand } from "./run-command.ts";

describe("search QUERY", () => {
  test("prints the passages in order, paragraphs under each other", async () => {
    const { out } = await runCommand(["search", "猫展"]);
    expect(out).toEqual([
      "1. 天气 rain 0–5\n   今天下雨。\n\n2. 猫展开幕 cats 0–12\n   猫展在东街。\n   门票免费。",
    ]);
  });

  test("--explain says what each list gave and why", async () => {
    const { out } = await runCommand(["search", "猫展", "--explain"]);
    expect(out[0]?.split("\n").filter((line) => line.includes("="))).toEqual([
      "   0.5000 = meaning 0.0000 + terms 0.0000 + exact 0.0000 + time 0.0000 + reader 0.5000 (not among the nearest; no term in common)",
      "   0.2500 = meaning 0.5000 + terms 0.2500 + exact 0.0000 + time 0.0000 + reader -0.5000 (nearest 1, cosine 0.875; terms 2, BM25 3.50)",
    ]);
  });

  test("--no-read leaves the order that vectors and terms give", async () => {
    const { out } = await runCommand(["search", "猫展", "--no-read", "--explain"]);
    expect(out[0]?.split("\n").filter((line) => line.includes("="))).toEqual([
      "   0.7500 = meaning 0.5000 + terms 0.2500 + exact 0.0000 + time 0.0000 (nearest 1, cosine 0.875; terms 2, BM25 3.50)",
      "   0.0000 = meaning 0.0000 + terms 0.0000 + exact 0.0000 + time 0.0000 (not among the nearest; no term in common)",
    ]);
  });

  test("says so when nothing was found", async () => {
    expect((await runCommand(["search", "无"])).out).toEqual(["Nothing found."]);
  });

  test("--json prints the passages of the contract with the parts of each score", async () => {
    const { out } = await runCommand(["search", "猫", "展", "--json", "--limit", "1"]);
    expect(out).toEqual([
      '{"query":"猫 展","hits":[{"articleId":"rain","headline":"天气",' +
        '"text":"今天下雨。","start":0,"end":5,"score":0.5,' +
        '"parts":{"meaning":0,"terms":0,"exact":0,"time":0,"reader":0.5}}]}',
    ]);
  });

  test("--json --explain adds the evidence", async () => {
    const run = await runCommand(["search", "猫展", "--json", "--explain", "--no-read"]);
    expect(jsonOf(run)).toMatchObject([
      { hits: [{ evidence: { vectorRank: 1, cosine: 0.875, termRank: 2, bm25: 3.5 } }, {}] },
    ]);
  });

  test.each(["0", "101", "x"])("--limit %s is wrong usage", async (limit) => {
    const { failure, notes } = await runCommand(["search", "猫", "--limit", limit]);
    expect(failure).toBeInstanceOf(CommanderError);
    expect(notes.join()).toContain("Expected a whole number from 1 to 100.");
  });

  test.each([[[]], [["猫", "--batch", "questions.jsonl"]]])(
    "%j is neither a query nor a batch",
    async (words) => {
      const { failure } = await runCommand(["search", ...words]);
      expect(failure).toEqual(
        new UsageError(
          "Expected either a QUERY or --batch FILE.jsonl. See `baowen search --help`.",
        ),
      );
    },
  );
});

describe("search --batch", () => {
  test("searches for each line in order, with its id, and marks those that are refused", async () => {
    const long = "猫".repeat(501);
    const lines = [{ id: 1, question: "猫" }, { id: "b", question: long }, { question: "无" }];
    const path = batchFile(lines.map((line) => JSON.stringify(line)).join("\n"));
    const run = await runCommand(["search", "--batch", path, "--limit", "1"]);
    expect(jsonOf(run)).toMatchObject([
      { id: "1", query: "猫", hits: [{ articleId: "rain" }] },
      { id: "b", question: long, error: "Too long." },
      { query: "无", hits: [] },
    ]);
    expect(run.exitCode).toBe(1);
  });

  test("a bad line is named before any work", async () => {
    const services = createFakeServices();
    const path = batchFile('{"question": "猫"}\nnonsense');
    const { failure } = await runCommand(["search", "--batch", path], services);
    expect(failure).toBeInstanceOf(UserError);
    expect(failure).toHaveProperty("message", expect.stringContaining(`${path}:2, got 'nonsense'`));
    expect(services.calls).toEqual([]);
  });
});

function batchFile(content: string): string {
  return join(folderWith({ "questions.jsonl": content }), "questions.jsonl");
}
