import type { Fact } from '../../fact.ts';
import type { Document } from '../../model.ts';
import { child, stringOf } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';
import { namedPathFacts } from '../shared/plugin/namedPaths.ts';
import { entriesOf, isInPlace, kindOf, localSource, topOf } from './entries.ts';

/**
 * Yields the facts of a marketplace: `marketplace` with the URI of its root; for each plugin `marketplace-plugin` with the
 * marketplace, the kind of the source, the URI of its folder if it is one, and the version; and the paths that its entry names.
 */
export function facts(document: Document): Fact[] {
  const { root } = parse(document);
  if (root?.type !== 'object') return [];
  const node = child(root, 'name');
  const marketplace = stringOf(node) ?? '';
  const top = topOf(document.uri);
  const range = node?.range ?? { start: root.range.start, end: root.range.start + 1 };
  const data = { top, isInPlace: isInPlace(document.uri) };
  const plugins = entriesOf(root).flatMap((entry): Fact[] => {
    const at = child(entry.node, 'name');
    if (!at || !entry.name) return [];
    const kind = entry.source?.type === 'string' ? 'relative' : (kindOf(entry.source) ?? null);
    const folder = localSource(entry, root, top)?.folder ?? null;
    const version = stringOf(child(entry.node, 'version')) ?? null;
    return [
      { type: 'marketplace-plugin', name: entry.name, range: at.range, data: { marketplace, kind, folder, version } },
      ...(folder === null ? [] : namedPathFacts(entry.node, folder)),
    ];
  });
  return [{ type: 'marketplace', name: marketplace, range, data }, ...plugins];
}
