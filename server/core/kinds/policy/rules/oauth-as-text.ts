import { isPlaceholder } from '../../../policy/readValue.ts';
import { child, stringOf } from '../../../syntax/node.ts';
import type { EntryRule } from '../entryRule.ts';

/** Source: https://claude.com/docs/third-party/claude-desktop/configuration-changelog */
export const oauthAsText: EntryRule = {
  id: 'policy/oauth-as-text',
  severity: 'error',
  *check(entry, { edit }) {
    const oauth = child(entry, 'oauth');
    if (!oauth || (oauth.type !== 'string' && oauth.type !== 'number') || isPlaceholder(stringOf(oauth) ?? '')) return;
    const word = String(oauth.value).trim().toLowerCase();
    const meant = ['true', '1'].includes(word) ? true : ['false', '0'].includes(word) ? false : undefined;
    yield {
      range: oauth.range,
      message: '`oauth` is `true` or an object that names a client, no text and no number.',
      fate: 'old-form',
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
