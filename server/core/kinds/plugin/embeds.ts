import type { Embed } from '../../embed.ts';
import { isInManifestFolder } from '../shared/plugin/pluginFolder.ts';

/** Source: the validator of Claude Code, which rejects the whole manifest because of one such entry. */
const consequence = { clause: 'the plugin fails to load', severity: 'error' } as const;

/** A manifest in the root of a plugin is not read. */
const defines = isInManifestFolder;

/** The components that a manifest contains inline. A broken hook has the same effect there as in a separate file. */
export const embeds: readonly Embed[] = [
  {
    at: ['mcpServers'],
    kind: 'mcp',
    below: 'mcpServers',
    consequence,
    defines,
    // The validator only documents how it treats `.mcp.json`.
    atMost: { 'mcp/user-config': 'warning' },
  },
  { at: ['hooks'], kind: 'hooks', below: 'hooks', defines },
  { at: ['lspServers'], kind: 'lsp', consequence, defines },
  { at: ['experimental', 'monitors'], kind: 'monitors', isList: true, consequence, defines },
  // The former keys.
  { at: ['monitors'], kind: 'monitors', isList: true, consequence, defines: () => false },
];
