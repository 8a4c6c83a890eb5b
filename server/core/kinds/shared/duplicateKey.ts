import type { Rule } from '../../model.ts';
import { itemsOf, type Node, type PropertyNode, propertiesOf, property } from '../../syntax/node.ts';

/** Reports keys that occur again later in the same object. The validator of Claude Code accepts them, and the last one counts. */
export const duplicateKey = (kind: string): Rule => ({
  id: `${kind}/duplicate-key`,
  isAboutFile: true,
  severity: 'hint',
  source: ['claude-code-validator'],
  certainty: 'validator',
  impact: 'works-differently',
  scope: 'document',
  *check({ document, parsed, root }) {
    const known = document.kind.schema.properties ?? {};
    for (const [lost, read] of duplicates(root)) {
      // In front matter, a multi-line string is easily mistaken for keys: only keys that the app knows count there.
      if (parsed.body !== undefined && (lost.parent !== root || !Object.hasOwn(known, lost.key))) continue;
      yield {
        range: lost.keyNode.range,
        message: `\`${lost.key}\` is defined twice here, and only the last one is read. Keep one of them.`,
        related: [{ uri: document.uri, range: () => read.keyNode.range, message: 'This one is read' }],
      };
    }
  },
});

const isContainer = (node: Node | undefined): boolean => node?.type === 'object' || node?.type === 'array';

function* duplicates(node: Node | undefined): Generator<[PropertyNode, PropertyNode]> {
  for (const each of propertiesOf(node)) {
    const read = property(node, each.key);
    if (read && read !== each) yield [each, read];
    if (isContainer(each.valueNode)) yield* duplicates(each.valueNode);
  }
  for (const item of itemsOf(node)) if (isContainer(item)) yield* duplicates(item);
}
