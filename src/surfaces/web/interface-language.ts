import type { Context } from "hono";
import { accepts } from "hono/accepts";
import { english, chinese, type Wording } from "./wording.ts";

/** The words of the interface for who asks: Chinese where the browser likes it better, else English. */
export function wordingFor(c: Context): Wording {
  const language = accepts(c, {
    header: "Accept-Language",
    supports: ["zh", "en"],
    default: "en",
    match: (accepted, { supports, default: fallback }) => {
      const wanted = accepted
        .filter(({ q }) => q > 0)
        .sort((a, b) => b.q - a.q)
        .map(({ type }) => type.toLowerCase().split("-")[0] ?? "");
      return wanted.find((primary) => supports.includes(primary)) ?? fallback;
    },
  });
  return language === "zh" ? chinese : english;
}
