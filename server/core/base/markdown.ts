/** `text` as Markdown that shows it letter for letter: for words that come from a document. */
export const escapeMarkdown = (text: string): string =>
  text.replaceAll(/[\\`*_{}[\]()#+\-!|<>~$]/g, '\\$&').replaceAll(/(?<!\s)\s*[\r\n]\s*/g, ' ');

/** `text` as a code span, whatever backticks it holds. */
export function code(text: string): string {
  const line = text.replaceAll(/(?<!\s)\s*[\r\n]\s*/g, ' ');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const blank = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${blank}${line}${blank}${fence}`;
}

/** A value of a schema as people write it. */
export const codeOf = (value: unknown): string =>
  code(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
