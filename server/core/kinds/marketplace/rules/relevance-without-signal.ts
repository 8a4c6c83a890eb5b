import type { Rule } from '../../../model.ts';
import { child, property } from '../../../syntax/node.ts';
import { entriesOf } from '../entries.ts';

const known = ['cli', 'hosts', 'filesRead', 'manifestDeps', 'cwd'];

export const relevanceWithoutSignal: Rule = {
  id: 'marketplace/relevance-without-signal',
  severity: 'error',
  source: ['code/relevance', 'claude-code-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  hosts: ['claude-code'],
  elsewhere: 'warning',
  scope: 'document',
  *check({ root }) {
    for (const { node } of entriesOf(root)) {
      const signals = property(child(node, 'relevance'), 'signals');
      if (signals?.valueNode?.type !== 'object' || known.some((key) => child(signals.valueNode, key))) continue;
      yield {
        range: signals.keyNode.range,
        message: `At least one signal is needed: ${known.map((key) => `\`${key}\``).join(', ')}. The plugin is skipped.`,
      };
    }
  },
};
