import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { UserError } from "../../../src/errors.ts";
import type { IndexRequest } from "../../../src/surfaces/cli/services.ts";
import { folderWith } from "../../helpers/temporary-folder.ts";
import { SUMMARY, createFakeServices } from "./fake-services.ts";
import { jsonOf, runCommand } from "./run-command.ts";

const QUESTIONS = [
  { question: "猫在哪里？", answerable: true, evidence: "猫展在东街" },
  { question: "猫要多少钱？", answerable: true, evidence: ["不要钱", "门票免费"] },
  { question: "fish?", answerable: false, unanswerable_type: "off_topic" },
  { question: "猫几岁？", answerable: false, unanswerable_type: "near_miss" },
];

describe("eval FILE.jsonl", () => {
  test("--json prints quality, speed and memory", async () => {
    const run = await runCommand(["eval", questionsFile(), "--json"]);
    const [figures] = jsonOf(run) as [Record<string, number>];
    const { millisecondsMedian, milliseconds95th, peakResidentMegabytes, ...others } = figures;
    const { searchMillisecondsMedian, searchMilliseconds95th, ...quality } = others;
    expect(quality).toEqual({
      questions: 4,
      answerable: 2,
      rightArticleFirst: 1,
      evidenceInFirstQuote: 0.5,
      evidenceInAnyQuote: 1,
      firstQuoteLength: 6,
      refusedAlthoughAnswerable: 0,
      falseAnswers: 0.5,
      falseAnswersOffTopic: 0,
      falseAnswersNearMiss: 1,
      // Of 4 pairs the answerable win over "fish?" and tie with the near miss.
      auroc: 3 / 4,
    });
    expect(milliseconds95th).toBeGreaterThanOrEqual(millisecondsMedian ?? Infinity);
    expect(searchMilliseconds95th).toBeGreaterThanOrEqual(searchMillisecondsMedian ?? Infinity);
    expect(peakResidentMegabytes).toBeGreaterThan(10);
    expect(run.notes).toEqual(["Asking 4 questions …", "Asking: 4 of 4 questions."]);
  });

  test("prints one figure a line, shares with three digits", async () => {
    const { out } = await runCommand(["eval", questionsFile()]);
    const lines = out[0]?.split("\n");
    expect(lines).toContain("questions                    4");
    expect(lines).toContain("falseAnswers                 0.500");
    expect(lines).toContain("rightArticleFirst            1");
  });

  test("leaves out what no question was asked for", async () => {
    const { out } = await runCommand(["eval", questionsFile(QUESTIONS.slice(0, 1))]);
    expect(out[0]).toContain("evidenceInFirstQuote");
    expect(out[0]).not.toContain("falseAnswers");
    expect(out[0]).not.toContain("auroc");
  });

  test("--fresh builds an index twice in a folder of its own, which then is gone", async () => {
    const requests: IndexRequest[] = [];
    const services = createFakeServices({
      updateIndex: (request) => {
        requests.push(request);
        return Promise.resolve({ ...SUMMARY, embedded: requests.length === 1 ? 3 : 0 });
      },
    });
    const run = await runCommand(["eval", questionsFile(), "--fresh", "--json"], services);
    expect(requests.map(({ mode }) => mode)).toEqual(["rebuild", "update"]);
    expect(requests[0]?.indexDir).toBeDefined();
    expect(requests[1]?.indexDir).toBe(requests[0]?.indexDir);
    expect(existsSync(requests[0]?.indexDir ?? "")).toBe(false);
    expect(jsonOf(run)).toMatchObject([{ questions: 4, embedded: 3, embeddedBySecondRun: 0 }]);
  });

  test("an empty file is refused before any work", async () => {
    const services = createFakeServices();
    const path = questionsFile([]);
    const { failure } = await runCommand(["eval", path], services);
    expect(failure).toEqual(new UserError(`Expected questions in '${path}', got none.`));
    expect(services.calls).toEqual([]);
  });

  test("a bad line is named before any work", async () => {
    const services = createFakeServices();
    const path = questionsFile([QUESTIONS[0], { question: "猫？" }]);
    const { failure } = await runCommand(["eval", path], services);
    expect(failure).toEqual(
      new UserError(
        `Expected {"question", "answerable", "evidence": words or [words]} in ${path}:2, got '{"question":"猫？"}'.`,
      ),
    );
    expect(services.calls).toEqual([]);
  });
});

function questionsFile(questions: readonly unknown[] = QUESTIONS): string {
  const lines = questions.map((question) => `${JSON.stringify(question)}\n`);
  return join(folderWith({ "questions.jsonl": lines.join("") }), "questions.jsonl");
}
