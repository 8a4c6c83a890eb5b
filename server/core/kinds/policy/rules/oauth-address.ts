import { flawsOf } from '../../../policy/entry/flaw.ts';
import { child, property, stringOf } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

export const oauthAddress: EntryRule = {
  id: 'policy/oauth-address',
  severity: 'error',
  source: ['app-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  *check(entry, { edit, flaws }): Generator<EntryProblem> {
    const oauth = child(entry, 'oauth');
    for (const flaw of flawsOf(flaws, 'oauth-url-alone')) {
      const alone = property(oauth, flaw.field.replace('oauth.', ''));
      yield {
        range: (alone?.keyNode ?? flaw.node).range,
        flaw,
        advice: 'Set both or neither.',
      };
    }
    const servers = child(oauth, 'authorizationServer');
    for (const flaw of servers ? flawsOf(flaws, 'oauth-server-as-text') : []) {
      yield {
        range: flaw.node.range,
        flaw,
        ...(servers && {
          fixes: [{ title: 'Convert to a list', edits: [edit.replace(servers, [stringOf(servers)])], inFixAll: true }],
        }),
      };
    }
    for (const flaw of flawsOf(flaws, 'url')) {
      const { node, field, problem } = flaw;
      // Users in URLs are reported by `policy/credentials-in-url`.
      if (!field.startsWith('oauth.') || problem === 'user' || node.type === 'property') continue;
      const https = stringOf(node)?.replace(/http:/i, 'https:');
      yield {
        range: node.range,
        flaw,
        ...(problem === 'http' && {
          fixes: [{ title: 'Use https', edits: [edit.replace(node, https)], inFixAll: true }],
        }),
      };
    }
  },
};
