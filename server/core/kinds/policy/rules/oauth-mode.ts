import { flawsOf } from '../../../policy/entry/flaw.ts';
import { child, property } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

export const oauthMode: EntryRule = {
  id: 'policy/oauth-mode',
  severity: 'error',
  source: ['app-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  *check(entry, { edit, flaws }): Generator<EntryProblem> {
    const oauth = child(entry, 'oauth');
    const mode = property(oauth, 'mode');
    for (const flaw of flawsOf(flaws, 'oauth-hosted-without-server')) yield { range: flaw.node.range, flaw };
    for (const flaw of flawsOf(flaws, 'oauth-field-with-dcr')) {
      const other = property(oauth, flaw.field);
      if (!other || !mode) continue;
      yield {
        range: other.keyNode.range,
        flaw,
        advice: 'It registers a client automatically.',
        fixes: [
          { title: 'Remove `mode`', edits: [edit.remove(mode)] },
          { title: `Remove \`${flaw.field}\``, edits: [edit.remove(other)] },
        ],
      };
    }
  },
};
