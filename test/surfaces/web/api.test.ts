import { describe, expect, test } from "vitest";
import { createFakeNewspaper, plainWords, type Heard } from "./fake-newspaper.ts";
import { createWebFixture } from "./web-fixture.ts";

describe("POST /api/ask", () => {
  test("answers with the JSON of the contract", async () => {
    const response = await ask({ question: "几点开门？" });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      question: "几点开门？",
      language: "zh",
      status: "answered",
      confidence: 0.934,
      answer: "上午九点开门，晚上八点关门。",
      citations: [
        {
          n: 1,
          articleId: "library",
          headline: "新图书馆开馆",
          quote: "上午九点开门，晚上八点关门。",
          start: 14,
          end: 28,
          link: null,
          source: {
            file: "papers/004.txt",
            page: null,
            lines: [3, 4],
            date: "2022-09-30",
            url: null,
          },
        },
      ],
      nearest: [],
    });
  });

  test("hands the limit on where there is one", async () => {
    const heard: Heard = [];
    await ask({ question: "x", limit: 2 }, heard);
    await ask({ question: "x" }, heard);
    expect(heard).toEqual(['ask x {"limit":2}', "ask x {}"]);
  });

  test.each([
    [{}, "Expected 'question' to be a text."],
    [{ question: 3 }, "Expected 'question' to be a text."],
    [{ question: " " }, "Expected 'question' to hold words, got an empty text."],
    [{ question: "x", limit: 0 }, "Expected 'limit' to be a whole number from 1 to 3."],
    [{ question: "x", limit: 1.5 }, "Expected 'limit' to be a whole number from 1 to 3."],
    [{ question: "x", limit: "2" }, "Expected 'limit' to be a whole number from 1 to 3."],
    [["x"], 'Expected an object such as {"question": "…"}.'],
    [null, 'Expected an object such as {"question": "…"}.'],
    [{ question: "refuse" }, "A question has at most 500 characters."],
  ])("refuses %j with a sentence", async (body, error) => {
    const response = await ask(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error });
  });

  test("refuses a body that is not JSON", async () => {
    const { app } = createWebFixture();
    const response = await app.request("/api/ask", { method: "POST", body: "{" });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: 'Expected the body to be JSON such as {"question": "…"}.',
    });
  });

  test("refuses a body over 64 KiB before reading it as JSON", async () => {
    const response = await ask({ question: "x".repeat(64 * 1024) });
    expect(response.status).toBe(413);
    expect(await response.json()).toEqual({ error: "Expected at most 65536 bytes." });
  });

  test("tells nothing about a bug but logs its message", async () => {
    const { app, log } = createWebFixture();
    const response = await app.request("/api/ask", {
      method: "POST",
      body: JSON.stringify({ question: "break" }),
    });
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: "Something went wrong here." });
    expect(log.join("")).toContain("A request failed: secret detail");
  });
});

describe("GET /api/articles/:id", () => {
  test("gives the article as JSON of the contract", async () => {
    const response = await createWebFixture().app.request("/api/articles/library");
    expect(await response.json()).toEqual({
      id: "library",
      headline: "新图书馆开馆",
      subheadline: "藏书三十万册",
      byline: "记者 景静",
      date: "2022-09-30",
      text: plainWords.text,
      confidence: null,
      source: {
        file: "papers/004.txt",
        page: "A02",
        lines: [2, 4],
        url: "https://paper.example/4",
        edition: "二七时讯",
      },
    });
  });

  test("says that it knows no article with this id", async () => {
    const response = await createWebFixture().app.request("/api/articles/nobody");
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: "No article has this id." });
  });

  test("says in JSON that there is nothing at another address", async () => {
    const response = await createWebFixture().app.request("/api/ask");
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: "Nothing is at this address." });
  });
});

async function ask(body: unknown, heard: Heard = []): Promise<Response> {
  const { app } = createWebFixture(createFakeNewspaper(plainWords, heard));
  return app.request("/api/ask", { method: "POST", body: JSON.stringify(body) });
}
