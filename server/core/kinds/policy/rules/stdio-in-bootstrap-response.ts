import { flawsOf } from '../../../policy/entry/flaw.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

export const stdioInBootstrapResponse: EntryRule = {
  id: 'policy/stdio-in-bootstrap-response',
  severity: 'error',
  source: ['desktop/bootstrap'],
  certainty: 'documented',
  impact: 'does-not-load',
  *check(_entry, { target, flaws }): Generator<EntryProblem> {
    for (const flaw of flawsOf(flaws, 'local-from-bootstrap')) {
      if (!flaw.isInForce) continue;
      const { node } = flaw;
      yield {
        range: (node.type === 'property' ? (node.valueNode ?? node) : node).range,
        flaw,
        advice: `Your minimum is ${target.minimumVersion}.`,
      };
    }
  },
};
