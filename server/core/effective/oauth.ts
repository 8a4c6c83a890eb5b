import { child, type Node, propertiesOf, stringOf } from '../syntax/node.ts';
import type { Context } from './context.ts';
import type { Flaw } from './managedEntry.ts';
import * as say from './noteTexts.ts';
import { originOf } from './origin.ts';
import { dropped } from './sentences.ts';

/** What an `oauth` object may hold without a `clientId`; `scopes` is the old name of `scope`. */
const free = new Set(['scope', 'scopes', 'appendOfflineAccess', 'additionalRedirectReferrerHosts']);

/**
 * Why an `oauth` value drops its entry. `true`, `false`, null, `[]` and `{}` pass. Sources: release 1.24012.0, the app's validator.
 */
export function oauthFlaw(context: Context, uri: string, oauth: Node | undefined): Flaw | undefined {
  if (oauth?.type !== 'object') return undefined;
  const flaw = (why: string, at: Node): Flaw => ({ why, certainty: 'validator', origin: originOf(uri, at) });
  const mode = child(oauth, 'mode');
  if (mode) {
    const name = stringOf(mode);
    const other = propertiesOf(oauth).find(({ key }) => key !== 'mode');
    if (name === 'dcr') return other ? flaw(dropped.foreignField(other.key), other.keyNode) : undefined;
    if (name === 'hosted' && !child(oauth, 'authorizationServer')) {
      return flaw(dropped.missingField('authorizationServer'), mode);
    }
    return undefined;
  }
  if (stringOf(child(oauth, 'clientId'))) return undefined;
  const signIn = propertiesOf(oauth).find(({ key }) => !free.has(key));
  if (!signIn) return undefined;
  const origin = originOf(uri, signIn);
  if (!context.since('1.24012.0', say.oauthWithoutClient, origin)) return undefined;
  return { why: dropped.noClientId, certainty: 'documented', origin };
}

/** Whether a server with this `oauth` asks its user to sign in. */
export const asksToSignIn = (oauth: Node | undefined): boolean =>
  oauth !== undefined && oauth.type !== 'null' && !(oauth.type === 'boolean' && oauth.value === false);
