import type { Rule } from '../../../model.ts';
import { pluginToolRules } from '../orgPluginSettings.ts';

export const orgPluginSettingsAskSession: Rule = {
  id: 'policy/org-plugin-settings-ask-session',
  severity: 'error',
  source: ['desktop/configuration-changelog'],
  certainty: 'documented',
  impact: 'works-differently',
  tags: ['deprecated'],
  scope: 'document',
  *check(context) {
    for (const { flaw, value, permission } of pluginToolRules(context)) {
      if (flaw !== 'ask-session' || !value) continue;
      const isOver = permission === 'blocked';
      yield {
        range: value.range,
        message: isOver
          ? '`ask-session` is now `ask`. Since 2026-10-07 the app blocks the tool because of this value.'
          : '`ask-session` is now `ask`. From 2026-10-07 on, the app blocks the tool because of this value.',
        ...(!isOver && { severity: 'warning' }),
        fixes: [{ title: 'Change to `ask`', edits: [context.edit.replace(value, 'ask')], inFixAll: true }],
      };
    }
  },
};
