/** GB18030 as its two-byte part has it; Node decodes it only. Throws for other characters. */
export function encodeGb18030(text: string): Uint8Array {
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      if (character < "\u0080") return [character.charCodeAt(0)];
      const bytes = TWO_BYTES.get(character);
      if (!bytes) throw new Error(`'${character}' has no two bytes in GB18030`);
      return bytes;
    }),
  );
}

/** The 3,755 commonest characters, as GB2312 has them in its first level. */
export function commonCharacters(): readonly string[] {
  return [...TWO_BYTES].filter(([, bytes]) => isFirstLevel(bytes)).map(([character]) => character);
}

type Bytes = readonly [lead: number, trail: number];

const PAIRS: readonly Bytes[] = range(0x81, 0xfe).flatMap((lead) =>
  range(0x40, 0xfe)
    .filter((trail) => trail !== 0x7f)
    .map((trail): Bytes => [lead, trail]),
);

const TWO_BYTES: ReadonlyMap<string, Bytes> = new Map(
  Array.from(new TextDecoder("gb18030").decode(Uint8Array.from(PAIRS.flat()))).map(
    (character, i): [string, Bytes] => [character, PAIRS[i] ?? [0, 0]],
  ),
);

function isFirstLevel([lead, trail]: Bytes): boolean {
  return lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1 && !(lead === 0xd7 && trail > 0xf9);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
