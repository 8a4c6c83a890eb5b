import type { TextEdit, TextRange } from '../../base/text.ts';
import { trimmed } from './plainYaml.ts';

type Reads = (yaml: string) => boolean;

interface PlainLine {
  readonly range: TextRange;
  readonly value: string;
}

/** Matches an unindented one-line `key: value`. A lone `\r` ends a line in YAML, but not in Claude Code's line-by-line reading. */
const topLevelLine = /^([A-Za-z_][\w-]*:[ \t]+)(\S[^\r\n]*)(?!\r(?!\n))$/gm;
/** Values that Claude Code does not read as plain text either: quoted ones, block scalars, list items, explicit keys. */
const neverPlain = /^(?:["'|>]|[-?](?:\s|$))/;

/** Values that are certainly valid YAML, so the parser is not needed. */
const surelyRead = /^[A-Za-z][\w .,;/()+-]*$/;

/**
 * Claude Code reads an unindented one-line value as plain text if YAML rejects it (`description: Use when: asked`).
 * @returns the block with such values replaced by text of the same length (so that offsets stay), and the original values;
 * undefined if the block is unreadable even then. Source: the app's own validator.
 */
export function readPlainLines(yaml: string, reads: Reads) {
  const lines: PlainLine[] = [];
  const values = new Map<number, string>();
  const text = yaml.replace(topLevelLine, (line, key: string, rest: string, index: number) => {
    const value = rest.slice(0, trimmed(rest, 0, rest.length));
    if (surelyRead.test(value) || neverPlain.test(value)) return line;
    if (continues(yaml, index + line.length) || reads(line)) return line;
    const start = index + key.length;
    lines.push({ range: { start, end: start + value.length }, value });
    values.set(start, value);
    return key + 'x'.repeat(value.length) + line.slice(key.length + value.length);
  });
  return lines.length > 0 && reads(text) ? { text, lines, values } : undefined;
}

/** Whether the next non-empty line is indented, so that the value continues there. */
function continues(yaml: string, end: number): boolean {
  const next = /(?:[ \t]*[\r\n])+[ \t]+\S/y;
  next.lastIndex = end;
  return next.test(yaml);
}

/**
 * Returns edits that make a broken block readable, found by trying a few usual repairs near the error.
 * @param at the offset in `yaml` of the parser's error
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
  /** What is wrong, if the repair explains it better than the parser. */
  readonly why?: string;
}

interface Candidate {
  readonly title: string;
  readonly edit: TextEdit;
  readonly why?: string;
}

/** Matches after each line break, so that lines keep theirs. */
const lineEnds = /(?<=\n|\r(?!\n))/;
/** The maximum number of possible ends of a text that are tried. */
const tries = 6;
const isField = (line: string): boolean => /^[a-z][\w-]*:(\s|$)/.test(line);
/** Whether an unindented line is neither a field nor a part of one. */
const isLoose = (line: string): boolean => /^[^\s#-]/.test(line) && !isField(line);

function* everyCandidate(yaml: string, at: number): Generator<Candidate> {
  yield* candidates(yaml, at);
  yield* blocks(yaml, at);
}

/**
 * Takes the last unindented key before the error if its text continues on lines that are not fields, and writes the text as a
 * block, up to a field after the last such line.
 */
function* blocks(yaml: string, at: number): Generator<Candidate> {
  const all = yaml.split(lineEnds);
  const firstLoose = all.findIndex(isLoose);
  const stop = firstLoose < 0 ? at : Math.min(at, all.slice(0, firstLoose).join('').length);
  const key = [...yaml.matchAll(/^([A-Za-z_][\w-]*):(?:[ \t]+|$)/gm)].findLast(({ index }) => index <= stop);
  // A quoted, nested or block value has its own end, so its following lines are not a continuation.
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
    const value = parts[2].slice(0, trimmed(parts[2], 0, parts[2].length));
    const range = { start: valueStart, end: valueStart + value.length };
    yield { title: 'Quote the value', edit: { range, newText: JSON.stringify(value) } };
  }
}
