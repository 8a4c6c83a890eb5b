import type { TextEdit, TextRange } from '../../base/text.ts';

type Reads = (yaml: string) => boolean;

interface PlainLine {
  readonly range: TextRange;
  readonly value: string;
}

/** A one-line `key: value` at the left margin. A lone `\r` ends a line of YAML, but not one of those that Claude Code reads one by one. */
const topLevelLine = /^([A-Za-z_][\w-]*:[ \t]+)(\S[^\r\n]*)(?!\r(?!\n))$/gm;
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
  const text = yaml.replace(topLevelLine, (line, key: string, rest: string, index: number) => {
    const value = rest.trimEnd();
    if (surelyRead.test(value) || neverPlain.test(value)) return line;
    if (continues(yaml, index + line.length) || reads(line)) return line;
    const start = index + key.length;
    lines.push({ range: { start, end: start + value.length }, value });
    values.set(start, value);
    return key + 'x'.repeat(value.length) + line.slice(key.length + value.length);
  });
  return lines.length > 0 && reads(text) ? { text, lines, values } : undefined;
}

/** Whether the next line that is not empty is indented, so that the value goes on there. */
function continues(yaml: string, end: number): boolean {
  const next = /(?:[ \t]*[\r\n])+[ \t]+\S/y;
  next.lastIndex = end;
  return next.test(yaml);
}

/**
 * Edits that make a broken block readable, found by trying the few usual repairs near the error.
 * @param at where the parser stumbled, an offset into `yaml`
 */
export function findRepair(yaml: string, at: number, reads: Reads): Repair | undefined {
  for (const { title, edit, why } of everyCandidate(yaml, at)) {
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

/** Behind every line break: lines keep theirs. */
const lineEnds = /(?<=\n|\r(?!\n))/;
/** How many ends of a text are tried. */
const tries = 6;
const isField = (line: string): boolean => /^[a-z][\w-]*:(\s|$)/.test(line);
/** Whether a line at the left margin is neither a field nor a part of one. */
const isLoose = (line: string): boolean => /^[^\s#-]/.test(line) && !isField(line);

function* everyCandidate(yaml: string, at: number): Generator<Candidate> {
  yield* candidates(yaml, at);
  yield* blocks(yaml, at);
}

/** The last key at the left margin before the error, if its text goes on in lines that are no fields: the text as a block, up to a field behind the last such line. */
function* blocks(yaml: string, at: number): Generator<Candidate> {
  const all = yaml.split(lineEnds);
  const firstLoose = all.findIndex(isLoose);
  const stop = firstLoose < 0 ? at : Math.min(at, all.slice(0, firstLoose).join('').length);
  const key = [...yaml.matchAll(/^([A-Za-z_][\w-]*):(?:[ \t]+|$)/gm)].findLast(({ index }) => index <= stop);
  // What is quoted, nested or a block already has its own end: its lines are no text that went astray.
  if (!key || !/^[^\s"'[{|>]/.test(yaml.slice(key.index + key[0].length))) return;
  const start = key.index + key[0].length;
  const lines = yaml.slice(start).split(lineEnds);
  const from = Math.max(2, lines.findLastIndex((line, i) => i > 0 && isLoose(line)) + 1);
  const ends = [...lines.keys(), lines.length].filter(
    (count) => count >= from && (count === lines.length || isField(lines[count] ?? '')),
  );
  const why = `The value of \`${key[1]}\` continues in lines that do not belong to a key. Write it as \`${key[1]}: |\`, with its lines indented.`;
  for (const count of ends.slice(0, tries)) {
    const text = lines.slice(0, count).map((line) => line.replace(/^[ \t]*(?=\S)/, '  '));
    const range = { start, end: start + lines.slice(0, count).join('').length };
    yield { title: 'Write the value as a block of lines', why, edit: { range, newText: `|-\n${text.join('')}` } };
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
      yield { title: 'Indent with spaces', edit: { range, newText: tabs.replaceAll('\t', '  ') } };
    }
    const parts = /^(\s*(?:- +)?(?:[\w-]+:[ \t]+)?)(\S.*)$/.exec(line);
    if (!parts?.[2]) continue;
    const valueStart = start + (parts[1] ?? '').length;
    const value = parts[2].trimEnd();
    const range = { start: valueStart, end: valueStart + value.length };
    yield { title: 'Quote the value', edit: { range, newText: JSON.stringify(value) } };
  }
}
