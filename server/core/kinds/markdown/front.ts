import type { Document, RuleContext } from '../../model.ts';
import { property } from '../../syntax/node.ts';
import type { TextEdit, TextRange } from '../../text.ts';

const lengthOfMark = (text: string): number => (text.startsWith('\uFEFF') ? 1 : 0);

/** The first line of a file, without the byte order mark: what is missing in the whole file is told there. */
export function firstLine({ text }: Document): TextRange {
  const start = lengthOfMark(text);
  const length = /[\r\n]|$/.exec(text.slice(start))?.index ?? 0;
  return { start, end: start + length };
}

/** Whether the front matter could be read, so that what it lacks is really missing. */
export const isReadable = ({ parsed }: RuleContext): boolean =>
  parsed.problems.every(({ severity }) => severity === 'hint');

/** The edit that adds `key: value` to the front matter, which is made if there is none. */
export function addKey({ document, parsed, root, edit }: RuleContext, key: string, value: string): TextEdit {
  const { text, kind } = document;
  const written = property(root, key)?.valueNode;
  if (written) return edit.replace(written, value);
  if (root?.type === 'object' && root.properties.length > 0) return edit.add(root, key, value);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const line = `${key}: ${kind.syntax.write(text, value, 0)}${eol}`;
  const start = parsed.frontMatter?.start ?? lengthOfMark(text);
  const newText = parsed.frontMatter ? line : `---${eol}${line}---${eol}${eol}`;
  return { range: { start, end: start }, newText };
}
