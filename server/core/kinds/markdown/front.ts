import type { TextEdit, TextRange } from '../../base/text.ts';
import type { Document, RuleContext } from '../../model.ts';
import { frontMatterBlock } from '../../syntax/frontMatter/block.ts';
import { type Node, propertiesOf, property } from '../../syntax/node.ts';
import { slipOf } from './near.ts';

/** Returns the offset after the byte order mark, if there is one. */
export const startOf = (text: string): number => (text.startsWith('\uFEFF') ? 1 : 0);

/** Returns the range of the first line without the byte order mark; problems of the whole file are reported there. */
export function firstLine({ text }: Document): TextRange {
  const start = startOf(text);
  const length = /[\r\n]|$/.exec(text.slice(start))?.index ?? 0;
  return { start, end: start + length };
}

/** Returns the range of a closed front matter block after blank lines, where it is not read. */
export function misplacedBlock({ document, parsed }: RuleContext): TextRange | undefined {
  if (parsed.frontMatter) return undefined;
  const { start } = firstLine(document);
  const blank = /^\s+(?=---)/.exec(document.text.slice(start));
  if (!blank) return undefined;
  const end = start + blank[0].length;
  const block = frontMatterBlock(document.text.slice(end));
  const holdsKeys = block?.closed && /^[\w-]+[ \t]*:/.test(document.text.slice(end + block.range.start));
  return holdsKeys ? { start, end } : undefined;
}

/** Whether the front matter could be parsed, so that missing keys are really missing. */
export const isReadable = ({ parsed }: RuleContext): boolean => parsed.problems.every(({ kind }) => kind === 'hint');

/** Whether the front matter has neither `key` nor a near miss of it, which another rule reports. */
export const lacks = (root: Node | undefined, key: string): boolean =>
  propertiesOf(root).every((other) => other.key !== key && !slipOf(other.key, [key]));

/**
 * Returns the edit that adds `key: value` to the front matter. If there is no front matter it is created, with a `name` if one
 * is given.
 */
export function addKey(context: RuleContext, key: string, value: string, name?: string): TextEdit {
  const { document, parsed, root, edit } = context;
  const { text, kind } = document;
  const written = property(root, key)?.valueNode;
  if (written) return edit.replace(written, value);
  if (root?.type === 'object' && root.properties.length > 0) return edit.add(root, key, value);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = [...(name ? [['name', name] as const] : []), [key, value] as const];
  const yaml = lines.map(([each, of]) => `${each}: ${kind.syntax.write(text, of, 0)}${eol}`).join('');
  const start = parsed.frontMatter?.start ?? startOf(text);
  return { range: { start, end: start }, newText: parsed.frontMatter ? yaml : `---${eol}${yaml}---${eol}${eol}` };
}
