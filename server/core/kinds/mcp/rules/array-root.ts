import type { Rule } from '../../../model.ts';
import { child, type Node, toValue } from '../../../syntax/node.ts';
import { misnamedContainer } from '../../shared/servers/serverMap.ts';

/** Servers are a map by name; Claude Code names the servers of a list 0, 1, … */
export const arrayRoot: Rule = {
  id: 'mcp/array-root',
  severity: 'error',
  source: ['desktop/extensions', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    const list = [root, child(root, 'mcpServers')].find((node) => node?.type === 'array');
    if (!list || misnamedContainer(root)) return;
    const map = mapOf(list);
    const value = list === root ? { mcpServers: map } : map;
    const found = {
      range: { start: list.range.start, end: list.range.start + 1 },
      ...(map && {
        fixes: [{ title: 'Convert the list to a map by name', edits: [edit.replace(list, value)], inFixAll: true }],
      }),
    };
    yield {
      ...found,
      appliesTo: { hosts: ['desktop-3p'] },
      message:
        'Plugin servers must be a map by name, not a list as in `managedMcpServers`: no server in this file is read. Write `{ "mcpServers": { "name": { … } } }`.',
    };
    yield {
      ...found,
      severity: 'warning',
      appliesTo: { hosts: ['claude-code'], mixed: 'off' },
      message:
        'Servers must be a map by name. In a list they get the names `0`, `1` and so on. Write `{ "mcpServers": { "name": { … } } }`.',
    };
  },
};

/** Returns the servers of a list as a map by name, written with the keys of this file; undefined if an entry is not an object. */
function mapOf(list: Node): Record<string, unknown> | undefined {
  const entries = toValue(list);
  if (!Array.isArray(entries) || entries.some((e) => typeof e !== 'object' || e === null || Array.isArray(e)))
    return undefined;
  const map = new Map<string, unknown>();
  for (const { name, transport, ...entry } of entries as Record<string, unknown>[]) {
    const wanted = typeof name === 'string' && name !== '' ? name : 'server';
    let free = wanted;
    for (let n = 2; map.has(free); n++) free = `${wanted}-${n}`;
    map.set(free, transport === undefined || entry.type !== undefined ? entry : { type: transport, ...entry });
  }
  return Object.fromEntries(map);
}
