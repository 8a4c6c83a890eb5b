import { sameNames } from '../../../components/monitors.ts';
import type { Rule } from '../../../model.ts';

/** Names are unique in the plugin. The validator drops all of them. */
export const sameName: Rule = {
  id: 'monitors/same-name',
  aliases: ['plugin/same-monitor-name'],
  severity: 'warning',
  source: ['code/plugins-reference', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ document, root, consequence }) {
    for (const { name, first } of sameNames(root)) {
      yield {
        range: name.range,
        ...(consequence && { severity: consequence.severity }),
        message: `Another monitor is called \`${name.value}\`, so ${consequence?.clause ?? 'no monitor of the plugin runs'}. Give each its own name.`,
        related: [{ uri: document.uri, range: () => first.range, message: 'The first one' }],
      };
    }
  },
};
