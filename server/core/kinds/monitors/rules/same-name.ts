import { monitorFlawOpening, monitorFlaws } from '../../../components/monitorFlaws.ts';
import type { Rule } from '../../../model.ts';

/** Names must be unique in the plugin. The validator drops all monitors. */
export const sameName: Rule = {
  id: 'monitors/same-name',
  aliases: ['plugin/same-monitor-name'],
  severity: 'warning',
  source: ['code/plugins-reference', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ document, root, consequence }) {
    for (const flaw of monitorFlaws(root)) {
      if (flaw.code !== 'same-name') continue;
      const { node, first } = flaw;
      yield {
        range: node.range,
        ...(consequence && { severity: consequence.severity }),
        message: `${monitorFlawOpening(flaw)}, so ${consequence?.clause ?? 'no monitor of the plugin runs'}. Give each its own name.`,
        related: [{ uri: document.uri, range: () => first.range, message: 'The first one' }],
      };
    }
  },
};
