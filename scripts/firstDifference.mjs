// Describes a failure in a few lines: values in a test can be as long as a file, and readers need the first difference.
import { inspect } from 'node:util';

/** The number of lines shown before and after the first difference. */
const context = 3;
/** The maximum number of characters in a line, and of lines in a message. */
const widest = 160;
const longest = 15;

const linesOf = (value) =>
  (typeof value === 'string'
    ? value
    : inspect(value, { depth: 12, maxArrayLength: null, maxStringLength: null, compact: false })
  ).split('\n');

/** Returns the part of a line around a column. */
function part(line, column) {
  const start = line.length <= widest ? 0 : Math.max(0, Math.min(column - widest / 2, line.length - widest));
  const end = start + widest;
  return `${start > 0 ? '…' : ''}${line.slice(start, end)}${end < line.length ? '…' : ''}`;
}

/** Returns the first lines of a text, shortened. */
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
 * Returns the first difference between two values with a few lines of context: `-` is expected, `+` received. Strings are
 * compared line by line, other values in the format of `inspect`. Undefined if they look the same.
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

/** Returns the stack frames of the project's own code, the nearest first. */
function frames(stack) {
  const own = stack.split('\n').filter((line) => /^\s+at /.test(line) && !/node:|node_modules/.test(line));
  return own.slice(0, 4).map((line) => part(line, 0));
}

/** The beginning of node's own diff in the message of a comparison. */
const nodesOwnDifference = /\n\+ actual - expected/;
const comparisons = /^(deep|strict|deepStrict)Equal$/i;

/** Describes why a test failed, in about thirty lines: message, first difference, the nearest frames, and the same for its cause. */
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
