import { deprecationCutoff, isAfter } from '../../../base/dates.ts';
import type { Rule } from '../../../model.ts';
import { orgEntries } from '../../../policy/managedServers.ts';
import { child, itemsOf, stringOf } from '../../../syntax/node.ts';

export const orgPluginSettingsAskSession: Rule = {
  id: 'policy/org-plugin-settings-ask-session',
  severity: 'error',
  source: ['desktop/configuration-changelog'],
  certainty: 'documented',
  impact: 'works-differently',
  tags: ['deprecated'],
  scope: 'document',
  *check({ root, edit, target }) {
    const isCutOff = isAfter(target.date, deprecationCutoff);
    for (const tool of orgEntries(root).flatMap((entry) => itemsOf(child(entry, 'tools')))) {
      const permission = child(tool, 'permission');
      if (!permission || stringOf(permission) !== 'ask-session') continue;
      yield {
        range: permission.range,
        message: isCutOff
          ? '`ask-session` is `ask` now. Since 2026-10-07 the app blocks the tool because of this value.'
          : '`ask-session` is `ask` now. From 2026-10-07 on the app blocks the tool because of this value.',
        ...(!isCutOff && { severity: 'warning' }),
        fixes: [{ title: 'Change to `ask`', edits: [edit.replace(permission, 'ask')], inFixAll: true }],
      };
    }
  },
};
