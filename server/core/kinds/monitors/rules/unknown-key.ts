import type { Rule } from '../../../model.ts';
import { monitorsOf } from '../../shared/servers/monitorSchema.ts';
import { unknownKeys } from '../../shared/unknownKeys.ts';
import { monitorsIn } from '../monitors.ts';

const known = monitorsOf({}).items ?? {};

/** Source: the validator of Claude Code, which refuses other keys; one wrong monitor costs all. */
export const unknownKey: Rule = {
  id: 'monitors/unknown-key',
  aliases: ['plugin/refused-key'],
  severity: 'warning',
  scope: 'document',
  *check({ root, target, edit, consequence }) {
    const severity = target.hosts.includes('claude-code') ? {} : ({ severity: 'hint' } as const);
    const what = `is no key of a monitor, so ${consequence?.clause ?? 'no monitor of the plugin runs'}`;
    for (const monitor of monitorsIn(root)) {
      for (const problem of unknownKeys(monitor, known, edit, what)) {
        yield { ...severity, ...problem, ...(consequence && { severity: consequence.severity }) };
      }
    }
  },
};
