import type { Embed } from '../../embed.ts';

/** The hooks of a skill or command. They run only while it is active, so other files must not rely on them. */
export const commandEmbeds: readonly Embed[] = [{ at: ['hooks'], kind: 'hooks', below: 'hooks', defines: () => false }];
