import type { Rule } from '../../../model.ts';
import { booleanAt, setAt } from '../../../policy/readValue.ts';

/** Source: https://claude.com/docs/third-party/claude-desktop/configuration */
export const updateHoursUnused: Rule = {
  id: 'policy/update-hours-unused',
  severity: 'info',
  scope: 'document',
  *check({ root, edit }) {
    const hours = setAt(root, 'autoUpdaterEnforcementHours');
    if (!hours || booleanAt(root, 'disableAutoUpdates') !== true) return;
    yield {
      range: hours.keyNode.range,
      message: 'With `disableAutoUpdates` no update is downloaded, so there is none to install after these hours.',
      fixes: [{ title: 'Remove the key', edits: [edit.remove(hours)] }],
    };
  },
};
