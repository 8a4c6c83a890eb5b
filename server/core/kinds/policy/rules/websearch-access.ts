import { flawsOf } from '../../../policy/entry/flaw.ts';
import { slipOf } from '../../../policy/managedServers.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

export const websearchAccess: EntryRule = {
  id: 'policy/websearch-access',
  severity: 'error',
  source: ['app-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  *check(entry, { edit, flaws }): Generator<EntryProblem> {
    for (const flaw of flawsOf(flaws, 'missing-field')) {
      if (flaw.field !== 'customUrl') continue;
      const slip = slipOf(entry, 'customUrl', ['customUrl']);
      yield {
        range: (slip?.keyNode ?? flaw.node).range,
        flaw,
        ...(slip && {
          fixes: [{ title: 'Rename to `customUrl`', edits: [edit.renameKey(slip, 'customUrl')], inFixAll: true }],
        }),
      };
    }
    for (const flaw of flawsOf(flaws, 'no-search-key')) {
      yield {
        range: flaw.node.range,
        flaw,
        advice: 'The helper is a script that prints the headers.',
      };
    }
  },
};
