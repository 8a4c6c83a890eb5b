import { contains, type TextRange } from '../../base/text.ts';
import type { Document, PluginRoots } from '../../model.ts';
import { parse } from '../../workspace/parse.ts';
import type { InlayHint } from './hint.ts';

/** Returns the files whose paths are in the document's data, not in its Markdown. */
export function filesNamedIn(document: Document, roots: PluginRoots): { uri: string; range: TextRange }[] {
  const { root } = parse(document);
  const references = root ? [...(document.kind.references?.(document, roots) ?? [])] : [];
  return references.flatMap(({ symbolType, name, range }) =>
    symbolType === 'file' && root && contains(root.range, range) ? [{ uri: name, range }] : [],
  );
}

/** Yields the size of each file, after its path. */
export function* sizeHints(
  document: Document,
  roots: PluginRoots,
  sizes: ReadonlyMap<string, number>,
): Generator<InlayHint> {
  if (sizes.size === 0) return;
  for (const { uri, range } of filesNamedIn(document, roots)) {
    const size = sizes.get(uri);
    if (size !== undefined) yield { offset: range.end, label: sizeText(size) };
  }
}

const units = ['bytes', 'KB', 'MB', 'GB'] as const;

/** `340 bytes`, `1.2 KB`, `35 KB`; a KB is 1,000 bytes. */
export function sizeText(bytes: number): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const size = bytes / 1000 ** power;
  const digits = power > 0 && size < 9.95 ? 1 : 0;
  return bytes === 1 ? '1 byte' : `${size.toFixed(digits)} ${units[power]}`;
}
