import type { Problem } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { orgEntries } from '../../../policy/managedServers.ts';
import { marketplacesOf } from '../../../policy/marketplaces.ts';
import { child, itemsOf, type Node, stringOf } from '../../../syntax/node.ts';

/** An entry, the name that identifies it, and the range of that name. */
interface Named {
  readonly name: string | undefined;
  readonly node: Node;
}

/** The app accepts duplicate entries silently; which one counts is unknown. */
export const repeatedEntry: Rule = {
  id: 'policy/repeated-entry',
  severity: 'hint',
  source: ['our-reading'],
  certainty: 'reading',
  impact: 'works-differently',
  scope: 'document',
  *check({ root }): Generator<Problem> {
    const marketplaces = marketplacesOf(root).map(({ entry, place }) => {
      const parts = ['source', place, 'path'].map((field) => stringOf(child(entry, field)) ?? '');
      const node = child(entry, place) ?? entry;
      return { name: parts[1] === '' ? undefined : JSON.stringify(parts), node };
    });
    yield* repeated(marketplaces, 'This marketplace');
    yield* repeated(
      orgEntries(root).map((entry) => named(entry, 'serverName')),
      'This server',
    );
    for (const entry of orgEntries(root)) {
      yield* repeated(
        itemsOf(child(entry, 'tools')).map((tool) => named(tool, 'toolName')),
        'This tool',
      );
    }
  },
};

const named = (entry: Node, field: string): Named => {
  const node = child(entry, field);
  return { name: stringOf(node), node: node ?? entry };
};

function* repeated(entries: readonly Named[], what: string): Generator<Problem> {
  const seen = new Set<string>();
  for (const { name, node } of entries) {
    if (!name) continue;
    if (seen.has(name)) {
      yield {
        range: node.range,
        message: `${what} is already defined above. The app accepts both silently; merge them.`,
      };
    }
    seen.add(name);
  }
}
