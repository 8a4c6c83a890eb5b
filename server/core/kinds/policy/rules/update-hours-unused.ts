import type { Rule } from '../../../model.ts';
import { booleanAt, setAt } from '../../../policy/readValue.ts';

export const updateHoursUnused: Rule = {
  id: 'policy/update-hours-unused',
  severity: 'info',
  source: ['desktop/configuration'],
  certainty: 'documented',
  impact: 'no-effect',
  tags: ['unnecessary'],
  scope: 'document',
  *check({ root, edit }) {
    const hours = setAt(root, 'autoUpdaterEnforcementHours');
    if (!hours || booleanAt(root, 'disableAutoUpdates') !== true) return;
    yield {
      range: hours.keyNode.range,
      message: 'With `disableAutoUpdates`, no update is downloaded, so this has no effect.',
      fixes: [{ title: 'Remove the key', edits: [edit.remove(hours)] }],
    };
  },
};
