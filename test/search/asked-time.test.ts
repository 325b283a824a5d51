import { describe, expect, test } from "vitest";
import { askedTime } from "../../src/search/asked-time.ts";

const TODAY = new Date(2026, 10, 25);
const DATES = [
  ...["2021-03-03", "2022-07-01", "2022-09-28", "2022-09-30", "2022-10-02"],
  ...["2025-07-03", "2026-10-10", "2026-11-02", "2026-11-24", "2026-11-25"],
];

describe("askedTime", () => {
  test.each([
    ["上个月的会议决定了什么", ["2026-10-10"]],
    ["上個月有什麼活動", ["2026-10-10"]],
    ["本月的活动", ["2026-11-02", "2026-11-24", "2026-11-25"]],
    ["去年7月开了什么会", ["2025-07-03"]],
    ["七月份的活动", ["2022-07-01", "2025-07-03"]],
    ["9月28日的会", ["2022-09-28", "2022-09-30"]],
    ["2022年9月的报纸", ["2022-09-28", "2022-09-30"]],
    ["昨天的新闻", ["2026-11-24", "2026-11-25"]],
    ["今年的预算", ["2026-10-10", "2026-11-02", "2026-11-24", "2026-11-25"]],
    ["先月の会議", ["2026-10-10"]],
    ["지난달 회의", ["2026-10-10"]],
    ["what happened in July", ["2022-07-01", "2025-07-03"]],
    ["what did the meeting decide last month", ["2026-10-10"]],
    ["in July last year", ["2025-07-03"]],
    ["on 28 September 2022", ["2022-09-28", "2022-09-30"]],
    ["who was honoured in 2021?", ["2021-03-03"]],
    ["в прошлом месяце", ["2026-10-10"]],
    ["was geschah letzten Monat", ["2026-10-10"]],
    ["le mois dernier", ["2026-10-10"]],
    ["الشهر الماضي", ["2026-10-10"]],
    ["tháng trước", ["2026-10-10"]],
  ])("%s asks about some dates", async (question, dates) => {
    const time = await askedTime(question, TODAY);
    expect(DATES.filter((date) => time?.covers(date))).toEqual(dates);
    expect(time?.wantsNewest).toBe(false);
  });

  test.each([
    ...["最近有什么活动", "学校的最新消息", "the latest on schools", "что недавно решили"],
    ...["was gab es kürzlich", "gần đây có gì"],
  ])("%s wants the newest", async (question) => {
    const time = await askedTime(question, TODAY);
    expect(time?.wantsNewest).toBe(true);
    expect(DATES.filter((date) => time?.covers(date))).toEqual([]);
  });

  test.each([
    ...[
      "谁出席了会议",
      "一个月后怎么样",
      "3个月的假期",
      "13月",
      "who won?",
      "may I ask who",
      "",
      "🙂",
    ],
    ...["on Monday at 3 pm", "كم عددهم"],
  ])("%j asks about no time", async (question) => {
    expect(await askedTime(question, TODAY)).toBeUndefined();
  });
});
