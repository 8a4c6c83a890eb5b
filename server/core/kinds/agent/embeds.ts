import type { Embed } from '../../embed.ts';

/** What an agent outside of a plugin may bring along. In a plugin it is not read, and a rule says so. */
export const embeds: readonly Embed[] = [
  { at: ['hooks'], kind: 'hooks', below: 'hooks', defines: () => false, isUnread: true },
  { at: ['mcpServers'], kind: 'mcp', below: 'mcpServers', defines: () => false, isUnread: true },
];
