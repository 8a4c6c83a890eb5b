import { type EntryFlaw, flawsOf } from '../../../policy/entry/flaw.ts';
import { domainAdvice } from '../../../policy/entry/identifiers.ts';
import { stringOf } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

export const builtInValue: EntryRule = {
  id: 'policy/built-in-value',
  severity: 'error',
  source: ['app-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  *check(_entry, { edit, flaws }): Generator<EntryProblem> {
    for (const flaw of flawsOf(flaws, 'tenant', 'client-id', 'url')) {
      if (!isToldHere(flaw) || flaw.node.type === 'property') continue;
      const { node } = flaw;
      const https = stringOf(node)?.replace(/http:/i, 'https:');
      const isHttp = flaw.code === 'url' && flaw.problem === 'http';
      yield {
        range: node.range,
        flaw,
        advice: adviceFor(flaw),
        ...(isHttp && { fixes: [{ title: 'Use https', edits: [edit.replace(node, https)], inFixAll: true }] }),
      };
    }
  },
};

type ValueFlaw = EntryFlaw<'tenant' | 'client-id' | 'url'>;

/** Users in URLs are reported by `policy/credentials-in-url`. */
function isToldHere(flaw: ValueFlaw): boolean {
  if (flaw.code === 'client-id') return true;
  if (flaw.code === 'tenant') return flaw.field === 'tenantId';
  return flaw.problem !== 'user' && (flaw.field === 'host' || flaw.field === 'customUrl');
}

function adviceFor(flaw: ValueFlaw): string | undefined {
  if (flaw.code === 'tenant') return domainAdvice;
  const isEmpty = flaw.code === 'client-id' && flaw.server === 'microsoft365';
  return isEmpty ? 'Write the id of your app registration.' : undefined;
}
