import { nearest } from '../../../base/suggest.ts';
import type { Rule } from '../../../model.ts';
import { child, propertiesOf, stringOf } from '../../../syntax/node.ts';
import { entriesOf } from '../entries.ts';

/** A chain must end at a name in `plugins` or at null. */
export const renames: Rule = {
  id: 'marketplace/renames',
  severity: 'error',
  source: ['code/marketplace-reference', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    // Without a list of plugins nothing can be checked.
    if (child(root, 'plugins')?.type !== 'array') return;
    const map = propertiesOf(child(root, 'renames'));
    const targets = new Map(map.map(({ key, valueNode }) => [key, stringOf(valueNode)]));
    const told = new Set<Circle>();
    const names = new Set(entriesOf(root).flatMap(({ name }) => name ?? []));
    const circles = circlesIn(targets, names);
    for (const { key, valueNode } of map) {
      const target = stringOf(valueNode);
      if (valueNode && target === key) {
        yield {
          range: valueNode.range,
          message: `\`${key}\` is renamed to itself, which Claude Code refuses. Remove the entry, or name the new plugin.`,
        };
        continue;
      }
      if (!valueNode || target === undefined || names.has(target)) continue;
      const isKnown = targets.has(target);
      const circle = circles.get(key);
      if (isKnown && (!circle || told.has(circle))) continue;
      if (circle) told.add(circle);
      const near = isKnown ? undefined : nearest(target, names);
      yield {
        range: valueNode.range,
        message: isKnown
          ? `\`${key}\` is renamed in a circle. A chain of renames must end at a plugin of this marketplace, or at \`null\` for a removed plugin.`
          : `This marketplace has no plugin \`${target}\`. A chain of renames must end at one of its plugins, or at \`null\` for a removed plugin.`,
        fixes: near ? [{ title: `Change to \`${near}\``, edits: [edit.replace(valueNode, near)] }] : [],
      };
    }
  },
};

type Circle = readonly string[];

/** Maps each name that leads back to itself to its cycle. Each name is visited once, however long the chains are. */
function circlesIn(
  targets: ReadonlyMap<string, string | undefined>,
  names: ReadonlySet<string>,
): ReadonlyMap<string, Circle> {
  const circles = new Map<string, Circle>();
  const walked = new Set<string>();
  for (const start of targets.keys()) {
    const way = new Set<string>();
    let at: string | undefined = start;
    while (at !== undefined && !walked.has(at) && !names.has(at)) {
      walked.add(at);
      way.add(at);
      at = targets.get(at);
    }
    if (at === undefined || !way.has(at)) continue;
    const steps = [...way];
    const circle = steps.slice(steps.indexOf(at));
    for (const name of circle) circles.set(name, circle);
  }
  return circles;
}
