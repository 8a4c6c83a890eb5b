import { deprecationCutoff, isAfter } from '../../../base/dates.ts';
import type { Rule } from '../../../model.ts';
import { orgEntries } from '../../../policy/managedServers.ts';
import { child, itemsOf, stringOf } from '../../../syntax/node.ts';

/** Source: https://claude.com/docs/third-party/claude-desktop/configuration-changelog */
export const orgPluginSettingsAskSession: Rule = {
  id: 'policy/org-plugin-settings-ask-session',
  severity: 'error',
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
