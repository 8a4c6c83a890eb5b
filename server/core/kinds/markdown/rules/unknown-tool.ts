import type { Rule } from '../../../model.ts';
import { slipOf } from '../near.ts';
import { toolNames, toolsIn } from '../tools.ts';

/** Reports near misses of built-in tools; other names may be valid. */
export const unknownTool = (kind: 'skill' | 'agent' | 'command', keys: readonly string[]): Rule => ({
  id: `${kind}/unknown-tool`,
  severity: 'warning',
  source: ['code/tools-reference'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ document, root }) {
    for (const { name, range } of keys.flatMap((key) => toolsIn(document, root, key))) {
      if (toolNames.has(name) || !/^[A-Za-z_-]+$/.test(name) || name.startsWith('mcp__')) continue;
      const meant = slipOf(name, toolNames);
      if (!meant) continue;
      yield {
        range,
        message: `Unknown tool \`${name}\`, so this entry has no effect. Tool names are case-sensitive. Did you mean \`${meant}\`?`,
        fixes: [{ title: `Change to \`${meant}\``, edits: [{ range, newText: meant }], inFixAll: true }],
      };
    }
  },
});
