import type { Embed } from '../../embed.ts';
import { isInManifestFolder } from '../shared/plugin/pluginFolder.ts';

/** Source: the validator of Claude Code, which refuses the whole manifest because of one such entry. */
const consequence = { clause: 'the plugin fails to load', severity: 'error' } as const;

/** At the top of a plugin nobody reads the manifest. */
const defines = isInManifestFolder;

/** The components that a manifest holds inline. A broken hook costs no more there than in a file of its own. */
export const embeds: readonly Embed[] = [
  {
    at: ['mcpServers'],
    kind: 'mcp',
    below: 'mcpServers',
    consequence,
    defines,
    // The validator says what it does of `.mcp.json` alone.
    atMost: { 'mcp/user-config': 'warning' },
  },
  { at: ['hooks'], kind: 'hooks', below: 'hooks', defines },
  { at: ['lspServers'], kind: 'lsp', consequence, defines },
  { at: ['experimental', 'monitors'], kind: 'monitors', isList: true, consequence, defines },
  // Their former place.
  { at: ['monitors'], kind: 'monitors', isList: true, consequence, defines: () => false },
];
