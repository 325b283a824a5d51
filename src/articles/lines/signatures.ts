import { folded } from "./script.ts";

const READER = "(?:读者|市民|居民|村民|网友|业主|家长|乘客|顾客|教师|学生|退休\\p{Script=Han}{2})";
const OFFICE =
  "(?:公司|集团|管理处|管理局|管委会|委员会|居委会|村委会|办公室|办事处|编辑部|服务中心|指挥部|协会|学会|基金会|工作站|供电所|派出所)";
const SIGNATURE = [
  String.raw`^(?:一[位名])?${READER}[ 　:：]+[\p{Script=Han}·]{2,10}$`,
  String.raw`^\p{Script=Han}{2,14}${OFFICE}$`,
  String.raw`^By [A-Z][A-Za-z.'-]+(?: [A-Z][A-Za-z.'-]+){0,3}$`,
];
const SIGNED = new RegExp(SIGNATURE.join("|"), "u");

// A pen name, or where somebody lives and what they are called.
const NAME = /^(?:\p{Script=Han}{2,3}|\p{Script=Han}{2,6}[ 　]+\p{Script=Han}{2,3})$/u;

/**
 * The line is worded like the name below a letter or a notice: a reader's or an office's. Running text may
 * break into such a line too; the caller knows what stands before and behind it.
 */
export function isSignature(text: string): boolean {
  return SIGNED.test(folded(text));
}

/** The line may be no more than a name; it needs a place that only a name has. */
export function mayBeName(text: string): boolean {
  return NAME.test(text);
}
