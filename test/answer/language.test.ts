import { describe, expect, test } from "vitest";
import { languageOf } from "../../src/answer/language.ts";

describe("languageOf", () => {
  test.each([
    ["新图书馆几点开门？", "zh"],
    ["北京", "zh"],
    ["里后面", "zh"],
    ["區裡最近開了什麼會？", "zh-Hant"],
    ["圖書館", "zh-Hant"],
    ["What time does the new library open?", "en"],
    ["Когда открывается новая библиотека?", "ru"],
    ["À quelle heure ouvre la nouvelle bibliothèque ?", "fr"],
    ["Wann öffnet die neue Bibliothek?", "de"],
    ["¿A qué hora abre la nueva biblioteca?", "es"],
    ["متى تفتح المكتبة الجديدة؟", "ar"],
    ["Thư viện mới mở cửa lúc mấy giờ?", "vi"],
    ["新しい図書館は何時に開きますか", "ja"],
    ["새 도서관은 몇 시에 여나요?", "ko"],
  ])("%j is %s", (question, language) => {
    expect(languageOf(question)).toBe(language);
  });

  test.each([
    ["What did the 能力作风建设年 meeting decide?", "en"],
    ["Who is 張三?", "en"],
    ["Что решило собрание 能力作风建设年?", "ru"],
  ])("a Chinese name does not make %j Chinese", (question, language) => {
    expect(languageOf(question)).toBe(language);
  });

  test.each([
    ["马定远的WiFi坏了吗", "zh"],
    ["GDP增长", "zh"],
    ["How much money 多少 paid", "zh"],
    ["新圖書館有 WiFi 嗎", "zh-Hant"],
  ])("foreign words in %j leave it Chinese", (question, language) => {
    expect(languageOf(question)).toBe(language);
  });

  test("one simplified character makes a mixed question simplified", () => {
    expect(languageOf("什麼時候开会")).toBe("zh");
  });

  test.each(["📚🤔", "2022", "？！", ""])("%j says nothing of its language", (question) => {
    expect(languageOf(question)).toBe("und");
  });
});
