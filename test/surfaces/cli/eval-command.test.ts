import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { UserError } from "../../../src/errors.ts";
import type { Report } from "../../../src/surfaces/cli/evaluation/report.ts";
import type { IndexRequest } from "../../../src/surfaces/cli/services.ts";
import { folderWith } from "../../helpers/temporary-folder.ts";
import { SUMMARY, createFakeServices } from "./fake-services.ts";
import { jsonOf, runCommand } from "./run-command.ts";

const QUESTIONS = [
  { question: "猫在哪里？", answerable: true, evidence: "猫展在东街", lang: "zh", kind: "where" },
  { question: "猫要多少钱？", answerable: true, evidence: ["不要钱", "门票免费"], lang: "zh" },
  { question: "fish?", answerable: false, unanswerable_type: "off_topic", lang: "en" },
  { question: "猫几岁？", answerable: false, unanswerable_type: "near_miss", lang: "zh" },
];

describe("eval FILE.jsonl", () => {
  test("--json prints quality, speed and memory", async () => {
    const run = await runCommand(["eval", questionsFile(), "--json"]);
    const [figures] = jsonOf(run) as [Report & { peakResidentMegabytes: number }];
    const { millisecondsMedian, milliseconds95th, peakResidentMegabytes, ...others } = figures;
    const { searchMillisecondsMedian, searchMilliseconds95th, ...quality } = others;
    expect(quality).toMatchObject({
      questions: 4,
      answerable: 2,
      rightArticleFirst: { value: 1, of: 2 },
      evidenceInFirstQuote: { value: 0.5, of: 2 },
      evidenceInAnyQuote: { value: 1 },
      firstQuoteLength: { value: 6 },
      refusedAlthoughAnswerable: { value: 0 },
      falseAnswers: { value: 0.5 },
      falseAnswersOffTopic: { value: 0 },
      falseAnswersNearMiss: { value: 1 },
      // Of 4 pairs the answerable win over "fish?" and tie with the near miss.
      auroc: { value: 3 / 4 },
      byLanguage: { zh: { questions: 3, answerable: 2 }, en: { questions: 1, answerable: 0 } },
      byKind: { where: { questions: 1, evidenceInFirstQuote: { value: 1 } } },
    });
    expect(milliseconds95th).toBeGreaterThanOrEqual(millisecondsMedian);
    expect(searchMilliseconds95th).toBeGreaterThanOrEqual(searchMillisecondsMedian);
    expect(peakResidentMegabytes).toBeGreaterThan(10);
    expect(run.notes).toEqual(["Asking 4 questions …", "Asking: 4 of 4 questions."]);
  });

  test("prints one figure a line with its interval, and a table of languages and kinds", async () => {
    const { out } = await runCommand(["eval", questionsFile()]);
    const lines = out[0]?.split("\n");
    expect(lines).toContain("questions                    4");
    expect(lines).toContain("falseAnswers                 0.500  (0.095 to 0.905, 2 questions)");
    expect(lines).toContain("rightArticleFirst            1.000  (0.342 to 1.000, 2 questions)");
    expect(lines?.slice(-7)).toEqual([
      "",
      "by language    questions  right article    first quote      any quote        refused          false",
      "zh                     3           1.00           0.50           1.00           0.00           1.00",
      "en                     1              –              –              –              –           0.00",
      "",
      "by kind        questions  right article    first quote      any quote        refused          false",
      "where                  1           1.00           1.00           1.00           0.00              –",
    ]);
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
