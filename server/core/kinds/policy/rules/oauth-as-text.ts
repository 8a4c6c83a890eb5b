import { flawsOf } from '../../../policy/entry/flaw.ts';
import { child } from '../../../syntax/node.ts';
import type { EntryRule } from '../entryRule.ts';

export const oauthAsText: EntryRule = {
  id: 'policy/oauth-as-text',
  severity: 'error',
  source: ['desktop/configuration-changelog'],
  certainty: 'documented',
  impact: 'does-not-load',
  canReplaceSchema: true,
  tags: ['deprecated'],
  *check(entry, { edit, flaws }) {
    const oauth = child(entry, 'oauth');
    const [flaw] = flawsOf(flaws, 'oauth-as-text');
    if (!flaw || !oauth || (oauth.type !== 'string' && oauth.type !== 'number')) return;
    const word = String(oauth.value).trim().toLowerCase();
    const meant = ['true', '1'].includes(word) ? true : ['false', '0'].includes(word) ? false : undefined;
    yield {
      range: oauth.range,
      flaw,
      fixes: [
        {
          title: `Change to \`${meant ?? true}\``,
          edits: [edit.replace(oauth, meant ?? true)],
          inFixAll: meant !== undefined,
        },
      ],
    };
  },
};
