import type { Rule } from '../../../model.ts';
import { child, property } from '../../../syntax/node.ts';
import { entriesOf } from '../entries.ts';

const known = ['cli', 'hosts', 'filesRead', 'manifestDeps', 'cwd'];

/** Source: the validator of Claude Code; https://code.claude.com/docs/en/plugins/relevance */
export const relevanceWithoutSignal: Rule = {
  id: 'marketplace/relevance-without-signal',
  severity: 'error',
  scope: 'document',
  *check({ root, target }) {
    for (const { node } of entriesOf(root)) {
      const signals = property(child(node, 'relevance'), 'signals');
      if (signals?.valueNode?.type !== 'object' || known.some((key) => child(signals.valueNode, key))) continue;
      yield {
        range: signals.keyNode.range,
        ...(!target.hosts.includes('claude-code') && { severity: 'warning' as const }),
        message: `At least one signal is needed: ${known.map((key) => `\`${key}\``).join(', ')}. As it is, the plugin is left out.`,
      };
    }
  },
};
