import type { Embed } from '../../embed.ts';
import { type Node, nodeAt, type Path } from '../../syntax/node.ts';
import { entriesOf, localSource, topOf } from './entries.ts';

/** Source: the validator of Claude Code, which refuses an entry with such a server. */
const consequence = { clause: 'the plugin is skipped', severity: 'error' } as const;

/** The folder of the entry at hand, where it is one of the marketplace. */
function folderOf(uri: string, root: Node | undefined, path: Path): string | undefined {
  const entry = entriesOf(root).find(({ node }) => node === nodeAt(root, path.slice(0, 2)));
  return entry && localSource(entry, root, topOf(uri))?.folder;
}

/** Beside a `plugin.json` some of it is not read, so nothing may count on what an entry defines. */
const place = { folderOf, defines: () => false };

/** The components that an entry holds inline. What the validator says of language servers and monitors there is not known. */
export const embeds: readonly Embed[] = [
  {
    ...place,
    at: ['plugins', '*', 'mcpServers'],
    kind: 'mcp',
    below: 'mcpServers',
    consequence,
    atMost: { 'mcp/user-config': 'warning' },
  },
  { ...place, at: ['plugins', '*', 'hooks'], kind: 'hooks', below: 'hooks' },
  { ...place, at: ['plugins', '*', 'lspServers'], kind: 'lsp' },
  { ...place, at: ['plugins', '*', 'experimental', 'monitors'], kind: 'monitors', isList: true },
  { ...place, at: ['plugins', '*', 'monitors'], kind: 'monitors', isList: true },
];
