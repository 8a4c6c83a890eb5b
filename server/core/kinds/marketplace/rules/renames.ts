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
    const map = child(root, 'renames');
    const names = new Set(entriesOf(root).flatMap(({ name }) => name ?? []));
    for (const { key, valueNode } of propertiesOf(map)) {
      const target = stringOf(valueNode);
      if (!valueNode || target === undefined || names.has(target)) continue;
      const isKnown = child(map, target) !== undefined;
      if (isKnown && !isCycle(key, map, names)) continue;
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

/** Whether the renames lead back to `key`. A chain that ends badly elsewhere is told of there. */
function isCycle(key: string, map: Node | undefined, names: ReadonlySet<string>): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = key; at !== undefined && !seen.has(at); ) {
    seen.add(at);
    at = stringOf(child(map, at));
    if (at === key) return true;
    if (at !== undefined && names.has(at)) return false;
  }
  return false;
}
