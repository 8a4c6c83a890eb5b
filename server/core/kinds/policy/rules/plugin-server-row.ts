import type { Fix, Problem, TextRange } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { allOrNothing } from '../../../policy/keyFlags.ts';
import { child, itemsOf, type Node, property, stringOf } from '../../../syntax/node.ts';

const fateIn = (list: string): string =>
  allOrNothing.includes(list) ? 'Because of this row the app cannot read the whole list.' : 'The row is dropped.';

const isValid = (row: Node): boolean => (stringOf(child(row, 'serverUrl')) ?? '') !== '';

/** Where the schema tells of a missing field: there this rule, which knows what follows, speaks in its place. */
const startOf = ({ range: { start } }: Node): TextRange => ({ start, end: start + 1 });

export const pluginServerRow: Rule = {
  id: 'policy/plugin-server-row',
  severity: 'error',
  source: ['app-validator'],
  certainty: 'validator',
  impact: 'restriction-lost',
  scope: 'document',
  *check({ root, edit }): Generator<Problem> {
    for (const key of ['allowedPluginMcpServers', 'deniedPluginMcpServers']) {
      const rows = itemsOf(child(root, key));
      const isAllow = key === 'allowedPluginMcpServers';
      const end =
        isAllow && !rows.some(isValid) ? 'No row is left then, and the app cannot read the list.' : fateIn(key);
      for (const row of rows) {
        if (isValid(row)) continue;
        const text = stringOf(row);
        const address = property(row, 'url');
        const other = property(row, 'serverName') ?? property(row, 'serverCommand');
        const fixes: Fix[] = [];
        if (text) {
          fixes.push({
            title: 'Make it a row with `serverUrl`',
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
          ? `Servers of plugins are told by their address: the app knows \`serverUrl\` alone, no \`${other.key}\`.`
          : 'A row is an object with `serverUrl`, the pattern of an address.';
        yield {
          range: child(row, 'serverUrl')?.range ?? (row.type === 'object' ? startOf(row) : row.range),
          message: `${why} ${end}`,
          ...(fixes.length > 0 && { fixes }),
        };
      }
    }
  },
};
