import type { TextEdit, TextRange } from '../text.ts';

type Reads = (yaml: string) => boolean;

interface PlainLine {
  readonly range: TextRange;
  readonly value: string;
}

/** A one-line `key: value` at the left margin. */
const topLevelLine = /^([A-Za-z_][\w-]*:[ \t]+)(\S[^\r\n]*?)[ \t]*$/gm;
/** Values that Claude Code does not take as plain text either: quoted ones, block scalars, list items, explicit keys. */
const neverPlain = /^(?:["'|>]|[-?](?:\s|$))/;

/** Words that YAML has nothing against: no need to ask it. */
const surelyRead = /^[A-Za-z][\w .,;/()+-]*$/;

/**
 * Claude Code reads a one-line value at the left margin as plain text where YAML refuses it (`description: Use when: asked`).
 * @returns the block with such values replaced by letters of the same length (so that offsets stay), and what stood there;
 * undefined when the block is unreadable even so. Source: the app's own validator.
 */
export function readPlainLines(yaml: string, reads: Reads) {
  const lines: PlainLine[] = [];
  const values = new Map<number, string>();
  const text = yaml.replace(topLevelLine, (line, key: string, value: string, index: number) => {
    if (surelyRead.test(value) || neverPlain.test(value)) return line;
    if (continues(yaml, index + line.length) || reads(line)) return line;
    const start = index + key.length;
    lines.push({ range: { start, end: start + value.length }, value });
    values.set(start, value);
    return key + 'x'.repeat(value.length) + line.slice(key.length + value.length);
  });
  return lines.length > 0 && reads(text) ? { text, lines, values } : undefined;
}

/** Whether the next line is indented, so that the value goes on there. */
const continues = (yaml: string, end: number): boolean => /^(?:\r\n|\r|\n)[ \t]+\S/.test(yaml.slice(end, end + 200));

/**
 * Edits that make a broken block readable, found by trying the few usual repairs near the error.
 * @param at where the parser stumbled, an offset into `yaml`
 */
export function findRepair(yaml: string, at: number, reads: Reads): Repair | undefined {
  for (const { title, edit, why } of [...candidates(yaml, at), ...blocks(yaml, at)]) {
    const { range, newText } = edit;
    if (!reads(yaml.slice(0, range.start) + newText + yaml.slice(range.end))) continue;
    return { title, edits: [edit], ...(why !== undefined && { why }) };
  }
  return undefined;
}

export interface Repair {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** What is wrong, where the repair tells it better than the parser. */
  readonly why?: string;
}

interface Candidate {
  readonly title: string;
  readonly edit: TextEdit;
  readonly why?: string;
}

/** How many lines a text may go on over that was meant for one key. */
const longest = 40;

/** A key at the left margin whose text goes on in lines that are no fields: the text as a block, over one line more each time. */
function* blocks(yaml: string, at: number): Generator<Candidate> {
  const keys = [...yaml.matchAll(/^([a-z][\w-]*):[ \t]+(?=[^\s"'[{|>])/gm)];
  for (const key of keys
    .filter(({ index }) => index <= at)
    .slice(-2)
    .reverse()) {
    const start = key.index + key[0].length;
    const lines = yaml
      .slice(start)
      .split(/(?<=\n)/)
      .slice(0, longest);
    for (let count = 2, end = start + (lines[0]?.length ?? 0); count <= lines.length; count++) {
      end += lines[count - 1]?.length ?? 0;
      const text = lines.slice(0, count).map((line) => line.replace(/^[ \t]*(?=\S)/, '  '));
      yield {
        title: 'Write the text as a block of lines',
        why: `The text of \`${key[1]}\` goes on in lines that belong to no key. Write it as \`${key[1]}: |\`, with its lines indented.`,
        edit: { range: { start, end }, newText: `|-\n${text.join('')}` },
      };
    }
  }
}

function* candidates(yaml: string, at: number): Generator<Candidate> {
  const from = yaml.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
  for (const start of new Set([from, yaml.lastIndexOf('\n', from - 2) + 1])) {
    const end = /[\r\n]|$/.exec(yaml.slice(start))?.index ?? 0;
    const line = yaml.slice(start, start + end);
    const tabs = /^[ \t]*\t[ \t]*/.exec(line)?.[0];
    if (tabs !== undefined) {
      const range = { start, end: start + tabs.length };
      yield { title: 'Indent with blanks', edit: { range, newText: tabs.replaceAll('\t', '  ') } };
    }
    const parts = /^(\s*(?:- +)?(?:[\w-]+:[ \t]+)?)(\S.*?)\s*$/.exec(line);
    if (!parts?.[2]) continue;
    const valueStart = start + (parts[1] ?? '').length;
    const range = { start: valueStart, end: valueStart + parts[2].length };
    yield { title: 'Quote the value', edit: { range, newText: JSON.stringify(parts[2]) } };
  }
}
