import type { Rule } from '../../../model.ts';
import { child, propertiesOf, property, stringOf } from '../../../syntax/node.ts';
import { orgPluginSettings } from '../orgPluginSettings.ts';

export const orgPluginSettingsRecord: Rule = {
  id: 'policy/org-plugin-settings-record',
  severity: 'error',
  source: ['desktop/configuration-changelog'],
  certainty: 'documented',
  impact: 'works-differently',
  tags: ['deprecated'],
  scope: 'document',
  *check(context) {
    const { root, edit } = context;
    const settings = property(root, 'orgPluginSettings');
    const servers = child(settings?.valueNode, 'mcpServers');
    const { form, effect } = orgPluginSettings(context) ?? {};
    if (!settings?.valueNode || form !== 'record') return;
    const isCutOff = effect === 'record-refused';
    const list = propertiesOf(servers).map(({ key, valueNode }) => ({
      serverName: key,
      tools: propertiesOf(child(valueNode, 'toolPolicy')).map((tool) => ({
        toolName: tool.key,
        permission: stringOf(tool.valueNode) ?? 'blocked',
      })),
    }));
    yield {
      range: settings.keyNode.range,
      message: isCutOff
        ? 'This form has not been read since 2026-10-07: every plugin tool is blocked. Write a list of servers.'
        : 'This form is read until 2026-10-07; after that, every plugin tool is blocked. Write a list of servers, which apps before 1.15200.0 do not read.',
      ...(!isCutOff && { severity: 'warning' }),
      fixes: [
        { title: 'Convert to a list of servers', edits: [edit.replace(settings.valueNode, list)], inFixAll: isCutOff },
      ],
    };
  },
};
