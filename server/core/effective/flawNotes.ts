import type { EntryFlaw } from '../policy/entry/flaw.ts';
import type { Context } from './context.ts';
import * as noteTexts from './noteTexts.ts';
import { originOf } from './origin.ts';

/** Adds a note on what an app before or after the flaw's date or version does with the entry. */
export function noteOtherApps(context: Context, uri: string, flaw: EntryFlaw): void {
  const origin = originOf(uri, flaw.node);
  if (flaw.consequence === 'old-form') context.isCutOff(afterCutoff(flaw), origin);
  else if (flaw.code === 'oauth-without-client' && flaw.since)
    context.since(flaw.since, noteTexts.oauthWithoutClient, origin);
  else if (flaw.code === 'url' && flaw.since) context.since(flaw.since, noteTexts.userInUrl(flaw.field), origin);
  else if (flaw.code === 'local-from-bootstrap' && flaw.before)
    context.since(flaw.before, noteTexts.localDelivered, origin);
  else if (flaw.code === 'newer-server' && flaw.before)
    context.since(flaw.before, noteTexts.newerServer(flaw.server), origin);
}

function afterCutoff(flaw: EntryFlaw): string {
  switch (flaw.code) {
    case 'missing-transport':
      return noteTexts.noTransport;
    case 'ask-session':
      return noteTexts.askSession;
    case 'old-name':
    case 'scope-as-list':
      return noteTexts.deprecatedForm(flaw.field);
    default:
      return noteTexts.deprecatedForm(flaw.code === 'oauth-as-text' ? 'oauth' : 'transport');
  }
}
