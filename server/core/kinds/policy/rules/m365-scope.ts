import { policyKeys } from '../../../policy/catalogue.ts';
import { variantOf } from '../../../policy/entry/variant.ts';
import { isPlaceholder } from '../../../policy/readValue.ts';
import { child, stringOf } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

const grantable = policyKeys.get('managedMcpServers')?.fields?.find(({ name }) => name === 'scope')?.enum ?? [];

/** Short names; case-sensitive. */
export const m365Scope: EntryRule = {
  id: 'policy/m365-scope',
  severity: 'warning',
  source: ['app-validator'],
  certainty: 'validator',
  impact: 'no-effect',
  *check(entry, { edit }): Generator<EntryProblem> {
    const scope = child(entry, 'scope');
    const text = stringOf(scope);
    if (!scope || !text || isPlaceholder(text) || variantOf(entry) !== 'microsoft365') return;
    const words = text.split(/\s+/).filter(Boolean);
    const wrong = words.filter((word) => !grantable.includes(word));
    const first = wrong[0];
    if (!first) return;
    const meant = words.map(shortName);
    yield {
      range: scope.range,
      message: `The Microsoft 365 connector has no scope \`${first}\`${wrong.length > 1 ? ` and ${wrong.length - 1} more of these` : ''}. Scopes are case-sensitive short names such as \`Mail.Read\`.`,
      ...(meant.every((word) => grantable.includes(word)) && {
        fixes: [{ title: 'Change to the short names', edits: [edit.replace(scope, meant.join(' '))], inFixAll: true }],
      }),
    };
  },
};

/** `https://graph.microsoft.com/mail.read` → `Mail.Read` */
function shortName(word: string): string {
  const short = word.replace(/^https:\/\/graph\.microsoft\.com\//i, '');
  return grantable.find((known) => known.toLowerCase() === short.toLowerCase()) ?? short;
}
