// Says in a few lines what failed: values of a test can be as long as a file, and a person needs the first place where they differ.
import { inspect } from 'node:util';

/** Lines shown before and after the first one that differs. */
const context = 3;
/** Characters of one line, and lines of one message, that are shown. */
const widest = 160;
const longest = 15;

const linesOf = (value) =>
  (typeof value === 'string'
    ? value
    : inspect(value, { depth: 12, maxArrayLength: null, maxStringLength: null, compact: false })
  ).split('\n');

/** A part of a line around one of its characters. */
function part(line, column) {
  const start = line.length <= widest ? 0 : Math.max(0, Math.min(column - widest / 2, line.length - widest));
  const end = start + widest;
  return `${start > 0 ? '…' : ''}${line.slice(start, end)}${end < line.length ? '…' : ''}`;
}

/** The first lines of a text, none of them long. */
export function shortened(text) {
  const lines = text.split('\n');
  const more = lines.length - longest;
  const shown = more > 1 ? lines.slice(0, longest) : lines;
  return [...shown.map((line) => part(line, 0)), ...(more > 1 ? [`… ${more} more lines`] : [])].join('\n');
}

const columnOf = (one, other) => {
  const length = Math.max(one.length, other.length);
  for (let i = 0; i < length; i++) if (one[i] !== other[i]) return i;
  return 0;
};

/**
 * The first difference between two values, a few lines around it: `-` is expected, `+` received. Texts are compared line by
 * line, other values as `inspect` writes them. Undefined when they look the same.
 */
export function firstDifference(actual, expected) {
  const [received, wanted] = [linesOf(actual), linesOf(expected)];
  const at = received.findIndex((line, i) => line !== wanted[i]);
  const first = at < 0 ? received.length : at;
  if (first >= received.length && first >= wanted.length) return undefined;
  const column = columnOf(received[first] ?? '', wanted[first] ?? '');
  const after = (lines, sign) => lines.slice(first, first + context).map((line) => `${sign} ${part(line, column)}`);
  return [
    ...(received.length === 1 && wanted.length === 1
      ? []
      : [`first difference in line ${first + 1} (${wanted.length} lines expected, ${received.length} received):`]),
    ...received.slice(Math.max(0, first - context), first).map((line) => `  ${part(line, column)}`),
    ...after(wanted, '-'),
    ...after(received, '+'),
  ].join('\n');
}

/** Frames of the project's own code, the nearest first. */
function frames(stack) {
  const own = stack.split('\n').filter((line) => /^\s+at /.test(line) && !/node:|node_modules/.test(line));
  return own.slice(0, 4).map((line) => part(line, 0));
}

/** Begins what node adds to the message of a comparison. */
const nodesOwnDifference = /\n\+ actual - expected/;
const comparisons = /^(deep|strict|deepStrict)Equal$/i;

/** What made a test fail, in about thirty lines: message, first difference, the nearest frames, and the same of its cause. */
export function describeFailure(error) {
  if (!(error instanceof Error)) return shortened(linesOf(error).join('\n'));
  const { name, message, stack = '', cause, operator, generatedMessage, actual, expected } = error;
  const difference = comparisons.test(operator ?? '') ? firstDifference(actual, expected) : undefined;
  return [
    ...(difference && generatedMessage ? [] : [shortened(`${name}: ${message.split(nodesOwnDifference, 1)[0]}`)]),
    ...(difference ? [difference] : []),
    ...frames(stack),
    ...(cause === undefined ? [] : [`caused by ${describeFailure(cause)}`]),
  ].join('\n');
}
