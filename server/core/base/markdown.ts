/** Writes text from files into Markdown that an editor renders, in hovers that may contain command links. */
import { printableLine } from '../writers/printable.ts';

/** Returns Markdown that renders `text` literally, on one line. */
export const escapeMarkdown = (text: string): string =>
  printableLine(text).replaceAll(/[\\`*_{}[\]()#+\-!|<>~$&]/g, '\\$&');

/** Returns `text` as a code span, even if it contains backticks. */
export function code(text: string): string {
  const line = printableLine(text);
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

/** Returns a value of a schema as code, in the form in which people write it. */
export const codeOf = (value: unknown): string =>
  code(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
