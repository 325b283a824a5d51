import { join } from "node:path";
import { CommanderError } from "commander";
import { describe, expect, test } from "vitest";
import { UsageError, UserError } from "../../../src/errors.ts";
import { folderWith } from "../../helpers/temporary-folder.ts";
import { createFakeServices } from "./fake-services.ts";
import { jsonOf, runCommand } from "./run-command.ts";

describe("ask QUESTION", () => {
  test("prints each quote with headline, source, lines and link", async () => {
    const run = await runCommand(["ask", "猫在哪里？"]);
    expect(run.failure).toBeUndefined();
    expect(run.exitCode).toBeUndefined();
    expect(run.notes).toEqual([]);
    expect(run.out).toEqual([
      [
        "报纸上写道：",
        "",
        "[1] 猫展在东街。",
        "    猫展开幕",
        "    2022-09-30, 二七时讯, A02, 004.txt, 第3–5行",
        "    https://baowen.example/a/cats?q=0-6",
        "",
        "[2] 门票免费。",
        "    猫展开幕",
        "    2022-09-30, 二七时讯, A02, 004.txt, 第3–5行",
      ].join("\n"),
    ]);
  });

  test("prints the closest articles when nothing was found, and is done all the same", async () => {
    const run = await runCommand(["ask", "What", "about", "fish?"]);
    expect(run.out).toEqual([
      "The paper does not say.\n\nThe closest articles:\n  天气 (baowen article rain)",
    ]);
    expect(run.exitCode).toBeUndefined();
  });

  test("--json prints the answer of the contract on one line", async () => {
    const { out } = await runCommand(["ask", "--json", "猫在", "哪里？", "--limit", "1"]);
    expect(out).toEqual([
      '{"question":"猫在 哪里？","language":"zh","status":"answered","confidence":0.9,' +
        '"answer":"报纸上写道：…","citations":[{"n":1,"articleId":"cats","headline":"猫展开幕",' +
        '"quote":"猫展在东街。","start":0,"end":6,"link":"https://baowen.example/a/cats?q=0-6",' +
        '"source":{"file":"004.txt","page":"A02","lines":[3,5],"date":"2022-09-30",' +
        '"url":"https://paper.example/4"}}],"nearest":[]}',
    ]);
  });

  test("--json of nothing found names the closest articles", async () => {
    const run = await runCommand(["ask", "--json", "fish?"]);
    expect(jsonOf(run)).toEqual([
      {
        question: "fish?",
        language: "en",
        status: "not_found",
        confidence: 0.1,
        answer: "The paper does not say.",
        citations: [],
        nearest: [{ articleId: "rain", headline: "天气", link: null }],
      },
    ]);
  });

  test.each([
    ["1", 1],
    ["2", 2],
    ["3", 2],
  ])("--limit %s gives at most so many citations", async (limit, count) => {
    const run = await runCommand(["ask", "猫", "--json", "--limit", limit]);
    expect(jsonOf(run)).toMatchObject([{ citations: { length: count } }]);
  });

  test.each(["0", "101", "x", "1.5", "-1", ""])("--limit %j is wrong usage", async (limit) => {
    const services = createFakeServices();
    const run = await runCommand(["ask", "猫", "--limit", limit], services);
    expect(run.failure).toBeInstanceOf(CommanderError);
    expect(run.failure).toHaveProperty("exitCode", 1);
    expect(run.notes.join()).toContain("Expected a whole number from 1 to 100.");
    expect(run.out).toEqual([]);
    expect(services.calls).toEqual([]);
  });

  test.each([[[]], [["猫", "--batch", "questions.jsonl"]]])(
    "%j is neither a question nor a batch",
    async (words) => {
      const services = createFakeServices();
      const { failure } = await runCommand(["ask", ...words], services);
      expect(failure).toEqual(
        new UsageError(
          "Expected either a QUESTION or --batch FILE.jsonl. See `baowen ask --help`.",
        ),
      );
      expect(services.calls).toEqual([]);
    },
  );

  test("a question that is refused ends the command, after closing the newspaper", async () => {
    const services = createFakeServices();
    const { failure, out } = await runCommand(["ask", "猫".repeat(501)], services);
    expect(failure).toBeInstanceOf(UserError);
    expect(out).toEqual([]);
    expect(services.calls).toEqual(["open", "close"]);
  });
});

describe("ask --batch", () => {
  test("answers each line in order with its id, JSON also without --json", async () => {
    const path = batchFile(
      '{"id": "q1", "question": "猫？"}\n\n{"id": 7, "question": "fish?"}\r\n{"question": "猫！"}\n',
    );
    const run = await runCommand(["ask", "--batch", path]);
    const answers = jsonOf(run) as { id?: string; question: string; status: string }[];
    expect(answers.map(({ id, question, status }) => [id, question, status])).toEqual([
      ["q1", "猫？", "answered"],
      ["7", "fish?", "not_found"],
      [undefined, "猫！", "answered"],
    ]);
    expect(run.out[0]).toMatch(/^\{"id":"q1",/);
    expect(run.exitCode).toBeUndefined();
    expect((await runCommand(["ask", "--batch", path, "--json"])).out).toEqual(run.out);
  });

  test("hands the earlier questions of a dialogue on", async () => {
    const path = batchFile(
      '{"question": "何时？", "history": ["鱼？", "猫？"]}\n{"question": "何时？"}',
    );
    const run = await runCommand(["ask", "--batch", path]);
    expect(jsonOf(run)).toMatchObject([{ status: "answered" }, { status: "not_found" }]);
  });

  test("hands the limit on to each question", async () => {
    const path = batchFile('{"question": "猫？"}');
    const run = await runCommand(["ask", "--batch", path, "--limit", "1"]);
    expect(jsonOf(run)).toMatchObject([{ citations: { length: 1 } }]);
  });

  test("a question that is refused gets its error in its place; the others are answered", async () => {
    const long = "猫".repeat(501);
    const lines = ['{"id":"a","question":"猫？"}', `{"id":"b","question":"${long}"}`];
    const path = batchFile([...lines, '{"id":"c","question":"猫！"}'].join("\n"));
    const run = await runCommand(["ask", "--batch", path]);
    expect(jsonOf(run)).toMatchObject([{ id: "a", status: "answered" }, {}, { id: "c" }]);
    expect(jsonOf(run)[1]).toEqual({ id: "b", question: long, error: "Too long." });
    expect(run.exitCode).toBe(1);
    expect(run.failure).toBeUndefined();
  });

  test("a bug in the middle ends the batch with the bug", async () => {
    const services = createFakeServices();
    const path = batchFile('{"question":"猫？"}\n{"question":"break"}\n{"question":"猫！"}');
    const { out, failure } = await runCommand(["ask", "--batch", path], services);
    expect(out).toHaveLength(1);
    expect(failure).toEqual(new TypeError("a bug"));
    expect(services.calls).toEqual(["open", "close"]);
  });

  test.each([
    ["no JSON", "{"],
    ["no question", '{"id": "q2"}'],
    ["a question that is no text", '{"question": 5}'],
    ["an id that is neither text nor number", '{"id": [], "question": "猫"}'],
    ["a history that is no list", '{"question": "猫", "history": "狗"}'],
    ["no object", '["猫"]'],
  ])("a line with %s is named before any work", async (_, line) => {
    const services = createFakeServices();
    const path = batchFile(`{"question": "猫？"}\n\n${line}\n`);
    const { failure, out } = await runCommand(["ask", "--batch", path], services);
    expect(failure).toEqual(
      new UserError(
        `Expected {"id"?, "question", "history"?: [earlier questions]} in ${path}:3, got '${line}'.`,
      ),
    );
    expect(out).toEqual([]);
    expect(services.calls).toEqual([]);
  });

  test("a file that is not there is named before any work", async () => {
    const services = createFakeServices();
    const { failure } = await runCommand(["ask", "--batch", "nowhere.jsonl"], services);
    expect(failure).toEqual(new UserError("Cannot read 'nowhere.jsonl': there is no such file."));
    expect(services.calls).toEqual([]);
  });

  test("a byte order mark at the start of the file does no harm", async () => {
    const path = batchFile('\uFEFF{"question": "猫？"}\n');
    expect(jsonOf(await runCommand(["ask", "--batch", path]))).toMatchObject([
      { question: "猫？" },
    ]);
  });

  test("an empty batch has no answers", async () => {
    const run = await runCommand(["ask", "--batch", batchFile("\n\n")]);
    expect(run.out).toEqual([]);
    expect(run.failure).toBeUndefined();
  });
});

describe("without an index", () => {
  test("it is built first, with progress on standard error only", async () => {
    const services = createFakeServices({ hasIndex: () => Promise.resolve(false) });
    const run = await runCommand(["ask", "--json", "猫？"], services);
    expect(services.calls).toEqual(['updateIndex {"mode":"update"}', "open", "close"]);
    expect(run.notes).toEqual(["Indexing 3 passages …", "Indexing: 3 of 3 passages."]);
    expect(jsonOf(run)).toMatchObject([{ status: "answered" }]);
  });

  test("an index that cannot be built ends the command", async () => {
    const failed = new UserError("Nothing in 'corpus'.");
    const services = createFakeServices({
      hasIndex: () => Promise.resolve(false),
      updateIndex: () => Promise.reject(failed),
    });
    const run = await runCommand(["ask", "猫？"], services);
    expect(run.failure).toBe(failed);
    expect(services.calls).toEqual([]);
  });
});

function batchFile(content: string): string {
  return join(folderWith({ "questions.jsonl": content }), "questions.jsonl");
}
