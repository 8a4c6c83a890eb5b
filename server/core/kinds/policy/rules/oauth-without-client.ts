import { nearest } from '../../../base/suggest.ts';
import { flawsOf } from '../../../policy/entry/flaw.ts';
import { fieldsWithoutClient } from '../../../policy/entry/oauthFlaws.ts';
import { oauthFields } from '../../../policy/entry/variant.ts';
import { child, propertiesOf } from '../../../syntax/node.ts';
import type { EntryRule } from '../entryRule.ts';

const meantFields = ['clientId', ...fieldsWithoutClient];

export const oauthWithoutClient: EntryRule = {
  id: 'policy/oauth-without-client',
  severity: 'error',
  source: ['app-validator', 'cowork/changelog'],
  certainty: 'validator',
  impact: 'does-not-load',
  *check(entry, { edit, flaws }) {
    const [flaw] = flawsOf(flaws, 'oauth-without-client');
    const others = propertiesOf(child(entry, 'oauth')).filter(({ key }) => !fieldsWithoutClient.includes(key));
    const slip = others.find(({ key }) => key !== 'clientId' && nearest(key, meantFields) !== undefined);
    const first = slip ?? others[0];
    if (!flaw || !first) return;
    const meant = slip && nearest(slip.key, meantFields);
    yield {
      range: first.keyNode.range,
      flaw,
      advice: adviceFor(first.key, meant),
      ...(slip &&
        meant && {
          fixes: [{ title: `Rename to \`${meant}\``, edits: [edit.renameKey(slip, meant)], inFixAll: true }],
        }),
    };
  },
};

function adviceFor(key: string, meant: string | undefined): string | undefined {
  if (key === 'clientId') return undefined;
  const rest = 'Without one, `oauth` may say `scope` and `appendOfflineAccess` and little else.';
  if (meant) return `\`${key}\` is not read; did you mean \`${meant}\`? ${rest}`;
  return oauthFields.includes(key) ? rest : `\`${key}\` is not known. ${rest}`;
}
