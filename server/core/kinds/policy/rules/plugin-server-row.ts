import type { Fix, Problem, TextRange } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { allOrNothing } from '../../../policy/keyFlags.ts';
import { type PluginServerList, type PluginServerRows, readPluginServers } from '../../../policy/pluginServerLists.ts';
import { child, type Node, property, stringOf } from '../../../syntax/node.ts';

const keys = ['allowedPluginMcpServers', 'deniedPluginMcpServers'] as const;

function consequence(key: PluginServerList, { rows, isUnreadable }: PluginServerRows): string {
  if (!isUnreadable) return 'The row is dropped.';
  return rows.length === 0 && !allOrNothing.includes(key)
    ? 'No valid row remains, so the app cannot read the list.'
    : 'Because of this row the app cannot read the whole list.';
}

/** Returns the range at which the schema reports a missing field, so that this rule, which knows the consequence, replaces it. */
const startOf = ({ range: { start } }: Node): TextRange => ({ start, end: start + 1 });

export const pluginServerRow: Rule = {
  id: 'policy/plugin-server-row',
  severity: 'error',
  source: ['app-validator'],
  certainty: 'validator',
  impact: 'restriction-lost',
  scope: 'document',
  *check({ root, edit }): Generator<Problem> {
    for (const key of keys) {
      const list = child(root, key);
      if (!list) continue;
      const read = readPluginServers(key, list);
      const end = consequence(key, read);
      for (const row of read.bad) {
        const text = stringOf(row);
        const address = property(row, 'url');
        const other = property(row, 'serverName') ?? property(row, 'serverCommand');
        const fixes: Fix[] = [];
        if (text) {
          fixes.push({
            title: 'Convert to a row with `serverUrl`',
            edits: [edit.replace(row, { serverUrl: text })],
            inFixAll: true,
          });
        } else if (address && !property(row, 'serverUrl')) {
          fixes.push({
            title: 'Rename `url` to `serverUrl`',
            edits: [edit.renameKey(address, 'serverUrl')],
            inFixAll: true,
          });
        }
        const why = other
          ? `Plugin servers are matched by URL: the app reads only \`serverUrl\`, not \`${other.key}\`.`
          : 'Each row must be an object with `serverUrl`, a URL pattern.';
        yield {
          range: child(row, 'serverUrl')?.range ?? (row.type === 'object' ? startOf(row) : row.range),
          message: `${why} ${end}`,
          ...(fixes.length > 0 && { fixes }),
        };
      }
    }
  },
};
