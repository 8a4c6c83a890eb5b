import type { Node } from '../../syntax/node.ts';

/** Whether a remote server with this `oauth` requires its users to sign in. */
export const asksToSignIn = (oauth: Node | undefined): boolean =>
  oauth !== undefined && oauth.type !== 'null' && !(oauth.type === 'boolean' && oauth.value === false);
