import assert from 'node:assert/strict';

/** A line as every face gets it. */
interface Line {
  readonly id: string;
  readonly level: string;
  readonly message: string;
  readonly surfaces: readonly string[];
}
interface Answer {
  readonly reach: readonly { readonly lines: readonly Line[] }[];
}

/** The expected line of an id: its level, words of its message, its surfaces; null if there must be none. */
export type ExpectedLines = Readonly<
  Record<string, readonly [level: string, words?: string, surfaces?: string] | null>
>;

/** Compares a result with the expected lines. @throws AssertionError that names the case */
export function compareReach(id: string, { reach }: Answer, expected: ExpectedLines): void {
  const lines = new Map(reach.flatMap((group) => group.lines.map((line) => [line.id, line] as const)));
  for (const [name, wanted] of Object.entries(expected)) {
    const line = lines.get(name);
    if (wanted === null) {
      assert.equal(line?.message, undefined, `${id}: ${name}`);
      continue;
    }
    const [level, words = '', surfaces] = wanted;
    assert.equal(line?.level, level, `${id}: ${name}: ${line?.message}`);
    assert.ok(line?.message.includes(words), `${id}: ${name}: “${words}” is missing in: ${line?.message}`);
    if (surfaces !== undefined) assert.equal(line?.surfaces.join(' '), surfaces, `${id}: ${name}`);
  }
}
