import type { Rule } from '../../../model.ts';
import { monitorsOf } from '../../shared/servers/monitorSchema.ts';
import { unknownKeys } from '../../shared/unknownKeys.ts';
import { monitorsIn } from '../monitors.ts';

const known = monitorsOf({}).items ?? {};

/** Source: the validator of Claude Code, which refuses other keys; one wrong monitor costs all. */
export const unknownKey: Rule = {
  id: 'monitors/unknown-key',
  severity: 'warning',
  scope: 'document',
  *check({ root, target, edit }) {
    const severity = target.hosts.includes('claude-code') ? {} : ({ severity: 'hint' } as const);
    for (const monitor of monitorsIn(root)) {
      for (const problem of unknownKeys(
        monitor,
        known,
        edit,
        'is no key of a monitor, so no monitor of the plugin runs',
      )) {
        yield { ...severity, ...problem };
      }
    }
  },
};
