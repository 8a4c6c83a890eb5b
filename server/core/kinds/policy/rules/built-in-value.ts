import { type EntryFlaw, flawsOf } from '../../../policy/entry/flaw.ts';
import { variantOf } from '../../../policy/entry/variant.ts';
import { stringOf } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

const messages = {
  tenant:
    'A tenant must be a GUID, `common`, `organizations` or `consumers`. For a domain, look up its tenant ID (GUID) in the Entra admin center.',
  microsoft365: 'Microsoft 365 requires the id of your app registration.',
  github: 'A GitHub client id must have 1 to 36 letters, digits, dots, hyphens or underscores.',
  host: 'The GitHub host must be an https URL, and not localhost.',
  customUrl: 'The search service URL must use https.',
} as const;

export const builtInValue: EntryRule = {
  id: 'policy/built-in-value',
  severity: 'error',
  source: ['app-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  *check(entry, { edit, flaws }): Generator<EntryProblem> {
    for (const flaw of flawsOf(flaws, 'tenant', 'client-id', 'url')) {
      const message = messageFor(flaw, variantOf(entry) === 'github');
      if (!message || !('type' in flaw.node) || flaw.node.type === 'property') continue;
      const { node } = flaw;
      const https = stringOf(node)?.replace(/http:/i, 'https:');
      const isHttp = flaw.code === 'url' && flaw.problem === 'http';
      yield {
        range: node.range,
        message,
        flaw,
        ...(isHttp && { fixes: [{ title: 'Use https', edits: [edit.replace(node, https)], inFixAll: true }] }),
      };
    }
  },
};

/** Users in URLs are reported by `policy/credentials-in-url`. */
function messageFor(flaw: EntryFlaw<'tenant' | 'client-id' | 'url'>, isGitHub: boolean): string | undefined {
  if (flaw.code === 'client-id') return isGitHub ? messages.github : messages.microsoft365;
  if (flaw.code === 'tenant') return flaw.field === 'tenantId' ? messages.tenant : undefined;
  if (flaw.problem === 'user') return undefined;
  return flaw.field === 'host' || flaw.field === 'customUrl' ? messages[flaw.field] : undefined;
}
