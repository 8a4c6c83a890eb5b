import type { Embed } from '../../embed.ts';

/** The hooks that a skill or command brings along. They run while it is active, so nothing outside may count on them. */
export const commandEmbeds: readonly Embed[] = [{ at: ['hooks'], kind: 'hooks', below: 'hooks', defines: () => false }];
