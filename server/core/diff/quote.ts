import { mask } from '../base/mask.ts';
import { Lines } from '../base/text.ts';
import type { Origin } from '../effective/model.ts';
import { counterpart } from './counterpart.ts';
import { type LineMatch, matchLines } from './lines.ts';
import type { ChangedLine, Side } from './model.ts';

/** The maximum length of a quoted line, in characters. */
const width = 72;

/** Finds out whether the line of an origin was added or removed, and quotes it. */
export interface Quotes {
  /** Returns the line of a location on the new side if the old side has no such line. */
  added(origin: Origin | null): ChangedLine | null;
  /** Returns the line of a location on the old side if the new side has no such line. */
  removed(origin: Origin | null): ChangedLine | null;
}

interface Text {
  readonly text: string;
  readonly lines: Lines;
}

export function createQuotes(before: Side, after: Side): Quotes {
  const matches = new Map<string, LineMatch>();
  const texts = new Map<string, Text | undefined>();
  const textOf = (side: Side, uri: string): Text | undefined => {
    const key = `${side === before ? 'old' : 'new'} ${uri}`;
    if (!texts.has(key)) {
      const text = side.text(uri);
      texts.set(key, text === undefined ? undefined : { text: mask(text), lines: new Lines(text) });
    }
    return texts.get(key);
  };
  const match = (oldUri: string, newUri: string, before: Text, after: Text): LineMatch => {
    const key = `${oldUri} ${newUri}`;
    const known = matches.get(key) ?? matchLines(before.text, after.text);
    matches.set(key, known);
    return known;
  };
  const changed = (origin: Origin | null, own: Side, other: Side): ChangedLine | null => {
    const here = origin && textOf(own, origin.uri);
    if (!origin || !here) return null;
    const sign = own === after ? '+' : '-';
    const text = quote(here, origin);
    const otherUri = counterpart(origin.uri, own.input, other.input);
    const there = textOf(other, otherUri);
    if (!there) return { sign, text };
    // Two formats write the same value differently.
    if (formatOf(otherUri) !== formatOf(origin.uri)) return null;
    const { line } = here.lines.positionAt(origin.range.start);
    // If everything is on one line, the line says little: compare the text of the location instead.
    if (isLong(here, line)) {
      return there.text.includes(here.text.slice(origin.range.start, origin.range.end)) ? null : { sign, text };
    }
    const { oldToNew, newToOld } =
      own === after ? match(otherUri, origin.uri, there, here) : match(origin.uri, otherUri, here, there);
    return (own === after ? newToOld : oldToNew)[line] === undefined ? { sign, text } : null;
  };
  const known = new Map<string, ChangedLine | null>();
  const remembered = (origin: Origin | null, own: Side, other: Side): ChangedLine | null => {
    const key = `${own === after} ${origin?.uri} ${origin?.range.start} ${origin?.range.end}`;
    const line = known.get(key) ?? (known.has(key) ? null : changed(origin, own, other));
    known.set(key, line);
    return line;
  };
  return {
    added: (origin) => remembered(origin, after, before),
    removed: (origin) => remembered(origin, before, after),
  };
}

const formatOf = (uri: string): string | undefined => /\.(\w+)$/.exec(uri)?.[1];

const lineOf = ({ text, lines }: Text, line: number): string =>
  text.slice(lines.offsetAt({ line, character: 0 }), lines.offsetAt({ line: line + 1, character: 0 }));

const isLong = (text: Text, line: number): boolean => lineOf(text, line).trim().length > 3 * width;

/** Returns the line of a location if it is short enough, otherwise the text of the location. */
function quote(text: Text, { range }: Origin): string {
  const { line } = text.lines.positionAt(range.start);
  const whole = tidy(lineOf(text, line));
  if (whole.length <= width) return whole;
  const own = tidy(text.text.slice(range.start, range.end));
  return own.length <= width ? own : `${own.slice(0, width - 1)}…`;
}

const tidy = (text: string): string => text.trim().replace(/\s+/g, ' ').replace(/,$/, '');
