import type { Rule } from '../../../model.ts';
import { monitorsOf } from '../../shared/servers/monitorSchema.ts';
import { unknownKeys } from '../../shared/unknownKeys.ts';
import { monitorsIn } from '../monitors.ts';

const known = monitorsOf({}).items ?? {};

/** The validator refuses other keys; one wrong monitor costs all. */
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
    const what = `is not a known key of a monitor, so ${consequence?.clause ?? 'no monitor of the plugin runs'}`;
    for (const monitor of monitorsIn(root)) {
      for (const problem of unknownKeys(monitor, known, edit, what)) {
        // A required key with a typo is missing on every host.
        const severity = consequence?.severity ?? problem.severity;
        yield { ...problem, ...(severity && { severity, appliesTo: {} }) };
      }
    }
  },
};
