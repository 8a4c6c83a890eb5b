import type { Rule } from '../../../model.ts';
import { child, type Node, toValue } from '../../../syntax/node.ts';
import { misnamedContainer } from '../../shared/servers/serverMap.ts';

/** Source: https://claude.com/docs/third-party/claude-desktop/extensions (a map by name); Claude Code names listed servers 0, 1, … */
export const arrayRoot: Rule = {
  id: 'mcp/array-root',
  severity: 'error',
  scope: 'document',
  *check({ root, target, edit }) {
    const list = [root, child(root, 'mcpServers')].find((node) => node?.type === 'array');
    if (!list || misnamedContainer(root)) return;
    const map = mapOf(list);
    const value = list === root ? { mcpServers: map } : map;
    yield {
      range: { start: list.range.start, end: list.range.start + 1 },
      ...(!target.hosts.includes('desktop-3p') && { severity: 'warning' }),
      message: target.hosts.includes('desktop-3p')
        ? 'Servers of a plugin are a map by name, not a list as in `managedMcpServers`: no server is read from this file. Write `{ "mcpServers": { "name": { … } } }`.'
        : 'Servers are a map by name. In this list they get the names `0`, `1` and so on. Write `{ "mcpServers": { "name": { … } } }`.',
      ...(map && {
        fixes: [{ title: 'Turn the list into a map by name', edits: [edit.replace(list, value)], inFixAll: true }],
      }),
    };
  },
};

/** The listed servers by name, in the words of this file; undefined when an entry is no object. */
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
