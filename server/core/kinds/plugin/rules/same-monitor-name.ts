import type { Rule } from '../../../model.ts';
import { child, type Node, stringOf } from '../../../syntax/node.ts';
import { inlineMonitors } from '../inline.ts';

/** Source: https://code.claude.com/docs/en/plugins-reference (names are unique in the plugin); the validator of Claude Code refuses two. */
export const sameMonitorName: Rule = {
  id: 'plugin/same-monitor-name',
  severity: 'error',
  scope: 'document',
  *check({ document, root }) {
    const seen = new Map<string, Node>();
    for (const name of inlineMonitors(root).flatMap((monitor) => child(monitor, 'name') ?? [])) {
      const text = stringOf(name);
      if (!text) continue;
      const first = seen.get(text);
      if (!first) seen.set(text, name);
      else {
        yield {
          range: name.range,
          message: `Another monitor is called \`${text}\`, and the plugin does not load. Give each its own name.`,
          related: [{ uri: document.uri, range: () => first.range, message: 'The first one' }],
        };
      }
    }
  },
};
