import { monitorFlawOpening, monitorFlaws } from '../../../components/monitorFlaws.ts';
import type { Rule } from '../../../model.ts';
import { monitorsOf } from '../../shared/servers/monitorSchema.ts';
import { unknownKeyProblem } from '../../shared/unknownKeys.ts';

const known = monitorsOf({}).items ?? {};

/** The validator rejects other keys; one wrong monitor invalidates all. */
export const unknownKey: Rule = {
  id: 'monitors/unknown-key',
  aliases: ['plugin/refused-key'],
  severity: 'warning',
  source: ['claude-code-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  hosts: ['claude-code'],
  elsewhere: 'hint',
  scope: 'document',
  *check({ root, edit, consequence }) {
    for (const flaw of monitorFlaws(root)) {
      if (flaw.code !== 'unknown-key') continue;
      const sentence = `${monitorFlawOpening(flaw)}, so ${consequence?.clause ?? 'no monitor of the plugin runs'}`;
      const problem = unknownKeyProblem(flaw.node, known, edit, sentence);
      // A required key with a typo is missing on every host.
      const severity = consequence?.severity ?? problem.severity;
      yield { ...problem, ...(severity && { severity, appliesTo: {} }) };
    }
  },
};
