import { itemsOf, type Node, stringOf } from '../syntax/node.ts';

const pair = /^([\w!#$%&'*+.^`|~-]+)\s*[=:]\s*(\S.*)?$/;

/**
 * Parses the old forms of a map of headers: `Name=value,Name=value`, lines of `Name: value`, or a list of such strings.
 * @returns undefined if a part is ambiguous.
 */
export function oldHeaders(node: Node): Record<string, string> | undefined {
  const text = stringOf(node);
  const parts = node.type === 'array' ? itemsOf(node).map(stringOf) : text === undefined ? [] : partsOf(text);
  const found = parts.map((part) => pair.exec(part?.trim() ?? ''));
  if (found.length === 0 || found.some((match) => !match)) return undefined;
  const entries = found.map((match) => [match?.[1] ?? '', match?.[2] ?? ''] as const);
  const names = new Set(entries.map(([name]) => name.toLowerCase()));
  return names.size === entries.length ? Object.fromEntries(entries) : undefined;
}

/** Splits by lines if there are several; otherwise only at commas that are followed by another name, since values may contain commas. */
const partsOf = (text: string): string[] =>
  text.split(/\r?\n/.test(text.trim()) ? /\r?\n/ : /,(?=\s*[\w.-]+\s*[=:])/).filter((part) => part.trim() !== '');
