import type { Embed } from '../../embed.ts';
import { type Node, nodeAt, type Path } from '../../syntax/node.ts';
import { entriesOf, localSource, topOf } from './entries.ts';

/** Source: the validator of Claude Code, which rejects an entry with such a server. */
const consequence = { clause: 'the plugin is skipped', severity: 'error' } as const;

/** Returns the folder of the entry at `path` if it is one of the marketplace. */
function folderOf(uri: string, root: Node | undefined, path: Path): string | undefined {
  const entry = entriesOf(root).find(({ node }) => node === nodeAt(root, path.slice(0, 2)));
  return entry && localSource(entry, root, topOf(uri))?.folder;
}

/** If there is a `plugin.json`, some of this is ignored, so other files must not rely on what an entry defines. */
const place = { folderOf, defines: () => false };

/** The components that an entry contains inline. How the validator treats language servers and monitors there is unknown. */
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
