import type { Embed } from '../../embed.ts';

/** Content that an agent outside of a plugin may contain. In a plugin it is ignored, and a rule reports it. */
export const embeds: readonly Embed[] = [
  { at: ['hooks'], kind: 'hooks', below: 'hooks', defines: () => false, isUnread: true },
  { at: ['mcpServers'], kind: 'mcp', below: 'mcpServers', defines: () => false, isUnread: true },
];
