import { describe, expect, test } from "vitest";
import { asksForOneFact } from "../../src/answer/single-fact.ts";

describe("asksForOneFact", () => {
  test.each([
    ...[
      "谁主持了会议？",
      "会议是什么时候开的",
      "桥在哪修的",
      "投资多少钱",
      "帮扶了几家企业",
      "有几個人獲獎",
    ],
    ...[
      "who chaired the meeting?",
      "When was it held",
      "how many companies were helped",
      "what year did it open",
    ],
    ...["誰が司会をしたのですか", "何人が参加しましたか", "언제 열렸습니까", "몇 명이 참석했나요"],
    ...[
      "Кто выступил?",
      "Сколько человек пришло?",
      "¿Cuántos vinieron?",
      "¿Dónde está?",
      "Combien ?",
    ],
    ...[
      "Qui a parlé ?",
      "Wann war das?",
      "Wie viele kamen?",
      "متى عقد الاجتماع؟",
      "Bao nhiêu người?",
    ],
  ])("%s: one quote", (question) => {
    expect(asksForOneFact(question)).toBe(true);
  });

  test.each([
    ...[
      "会议决定了什么",
      "有哪些人发言",
      "为什么修桥",
      "怎么报名",
      "谁分别获得了什么奖",
      "介绍一下",
    ],
    ...[
      "what did the meeting decide",
      "why was it closed",
      "how did they do it",
      "list who spoke",
      "schools",
    ],
    ...[
      "会議で何が決まりましたか",
      "왜 닫았습니까",
      "Почему закрыли?",
      "¿Por qué?",
      "Warum?",
      "لماذا؟",
      "",
    ],
  ])("%j: as many as it takes", (question) => {
    expect(asksForOneFact(question)).toBe(false);
  });
});
