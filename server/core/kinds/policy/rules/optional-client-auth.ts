import { isAfter } from '../../../base/dates.ts';
import type { Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';

/** 2026-11-17, 12:00 Pacific. */
const cutoff = '2026-11-17T20:00:00Z';

export const optionalClientAuth: Rule = {
  id: 'policy/optional-client-auth',
  severity: 'error',
  source: ['desktop/configuration-changelog', 'app-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  tags: ['deprecated'],
  scope: 'document',
  *check({ root, edit, target }) {
    const found = property(root, 'allowOptionalClientAuth');
    if (!found) return;
    const isOver = isAfter(target.date, cutoff);
    yield {
      range: found.keyNode.range,
      message: isOver
        ? 'This key has not been accepted since 2026-11-17: the app reports it as unreadable and the whole configuration as degraded. Remove it.'
        : 'This key is accepted until 2026-11-17, 12:00 Pacific. After that, the app reports it as unreadable and the whole configuration as degraded until it is removed.',
      ...(!isOver && { severity: 'warning' }),
      fixes: [{ title: 'Remove the key', edits: [edit.remove(found)], inFixAll: isOver }],
    };
  },
};
