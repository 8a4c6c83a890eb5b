import type { Rule } from '../../../model.ts';
import { nearest } from '../../../suggest.ts';
import { child, type Node, propertiesOf, stringOf } from '../../../syntax/node.ts';
import { entriesOf } from '../entries.ts';

/** Source: https://code.claude.com/docs/en/plugins/marketplace-reference (a chain ends at a name in `plugins` or at null). */
export const renames: Rule = {
  id: 'marketplace/renames',
  severity: 'error',
  scope: 'document',
  *check({ root, edit }) {
    // Without a list of plugins nothing is known.
    if (child(root, 'plugins')?.type !== 'array') return;
    const map = child(root, 'renames');
    const told = new Set<string>();
    const names = new Set(entriesOf(root).flatMap(({ name }) => name ?? []));
    for (const { key, valueNode } of propertiesOf(map)) {
      const target = stringOf(valueNode);
      if (!valueNode || target === undefined || names.has(target)) continue;
      const isKnown = child(map, target) !== undefined;
      const circle = circleFrom(key, map, names);
      if (isKnown && (circle.length === 0 || told.has(key))) continue;
      for (const name of circle) told.add(name);
      const near = isKnown ? undefined : nearest(target, names);
      yield {
        range: valueNode.range,
        message: isKnown
          ? `\`${key}\` is renamed in a circle. A rename ends at a plugin of this marketplace, or at \`null\` for one that is gone.`
          : `This marketplace has no plugin \`${target}\`. A rename ends at one of its plugins, or at \`null\` for one that is gone.`,
        fixes: near ? [{ title: `Change to \`${near}\``, edits: [edit.replace(valueNode, near)] }] : [],
      };
    }
  },
};

/** The names on the way from `key` back to itself; none where it does not lead there. A chain that ends badly elsewhere is told of there. */
function circleFrom(key: string, map: Node | undefined, names: ReadonlySet<string>): readonly string[] {
  const seen = new Set<string>();
  for (let at: string | undefined = key; at !== undefined && !seen.has(at) && !names.has(at); ) {
    seen.add(at);
    at = stringOf(child(map, at));
    if (at === key) return [...seen];
  }
  return [];
}
