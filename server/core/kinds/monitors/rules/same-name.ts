import type { Rule } from '../../../model.ts';
import { child, type Node, stringOf } from '../../../syntax/node.ts';
import { monitorsIn } from '../monitors.ts';

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
    const seen = new Map<string, Node>();
    for (const monitor of monitorsIn(root)) {
      const name = child(monitor, 'name');
      const text = stringOf(name);
      if (!name || !text) continue;
      const first = seen.get(text);
      if (!first) seen.set(text, name);
      else {
        yield {
          range: name.range,
          ...(consequence && { severity: consequence.severity }),
          message: `Another monitor is called \`${text}\`, so ${consequence?.clause ?? 'no monitor of the plugin runs'}. Give each its own name.`,
          related: [{ uri: document.uri, range: () => first.range, message: 'The first one' }],
        };
      }
    }
  },
};
