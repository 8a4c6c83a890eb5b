import type { Fix } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { child, propertiesOf, property, stringOf, toValue } from '../../../syntax/node.ts';
import { orgPluginSettings } from '../orgPluginSettings.ts';

const consequence = 'Since 1.40609.0 it then applies the restrictive setting.';

/** An object that is neither a list nor the old record with `mcpServers`. Only these two forms are documented. */
export const orgPluginSettingsForm: Rule = {
  id: 'policy/org-plugin-settings-form',
  severity: 'warning',
  source: ['desktop/configuration'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check(context) {
    const { root, edit } = context;
    const settings = property(root, 'orgPluginSettings');
    const value = settings?.valueNode;
    const { form, effect } = orgPluginSettings(context) ?? {};
    if (effect !== 'unreadable' || !settings || !value) return;
    if (form === 'list') {
      yield {
        range: settings.keyNode.range,
        message: `No entry of this list names a server, so the app cannot read the key. ${consequence}`,
      };
      return;
    }
    // Strings and numbers are reported by the schema.
    if (value.type !== 'object') return;
    const fixes: Fix[] = [];
    const servers = value.properties.map(({ key, valueNode }) => ({
      serverName: key,
      rules: propertiesOf(child(valueNode, 'toolPolicy')),
    }));
    if (stringOf(child(value, 'serverName'))) {
      fixes.push({ title: 'Convert to a list with one entry', edits: [edit.replace(value, [toValue(value)])] });
    } else if (
      servers.length > 0 &&
      servers.every(({ rules }) => rules.length > 0 && rules.every((rule) => stringOf(rule.valueNode)))
    ) {
      const list = servers.map(({ serverName, rules }) => ({
        serverName,
        tools: rules.map(({ key, valueNode }) => ({ toolName: key, permission: stringOf(valueNode) })),
      }));
      fixes.push({ title: 'Convert to a list of servers', edits: [edit.replace(value, list)] });
    }
    yield {
      range: settings.keyNode.range,
      message: `This key must be a list of servers; the app cannot read this object. ${consequence}`,
      ...(fixes.length > 0 && { fixes }),
    };
  },
};
