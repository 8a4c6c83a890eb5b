import type { Problem } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { meantPermission, orgEntries, permissionWords } from '../../../policy/managedServers.ts';
import { child, itemsOf, propertiesOf, property, stringOf } from '../../../syntax/node.ts';

/** A wrong permission blocks its tool, a missing one drops the rule. */
export const orgPluginSettingsPermission: Rule = {
  id: 'policy/org-plugin-settings-permission',
  severity: 'error',
  source: ['app-validator'],
  certainty: 'validator',
  impact: 'restriction-lost',
  scope: 'document',
  *check({ root, edit }): Generator<Problem> {
    for (const entry of orgEntries(root)) {
      const policy = property(entry, 'toolPolicy');
      if (!policy?.valueNode || property(entry, 'tools')) continue;
      const tools = propertiesOf(policy.valueNode).map(({ key, valueNode }) => ({
        toolName: key,
        permission: stringOf(valueNode) ?? 'blocked',
      }));
      yield {
        range: policy.keyNode.range,
        message:
          'An entry of this list has no `toolPolicy`: it is ignored, and no tool is locked. Rules stand in `tools`.',
        fixes: [
          {
            title: 'Write as `tools`',
            edits: [edit.renameKey(policy, 'tools'), edit.replace(policy.valueNode, tools)],
          },
        ],
      };
    }
    for (const tool of orgEntries(root).flatMap((entry) => itemsOf(child(entry, 'tools')))) {
      const name = child(tool, 'toolName');
      if (tool.type !== 'object' || !name) continue;
      const permission = property(tool, 'permission');
      if (!permission) {
        yield {
          range: name.range,
          message:
            'This rule has no `permission`, so it is dropped and the tool is not locked. Say `allow`, `ask` or `blocked`.',
          fixes: [{ title: 'Add `"permission": "blocked"`', edits: [edit.add(tool, 'permission', 'blocked')] }],
        };
        continue;
      }
      const value = permission.valueNode;
      const word = stringOf(value);
      if (!value || permissionWords.some((known) => known === word) || word === 'ask-session') continue;
      const meant = (word !== undefined && meantPermission(word)) || 'blocked';
      yield {
        range: value.range,
        message: 'A permission is `allow`, `ask` or `blocked`. The app blocks the tool because of this value.',
        fixes: [
          { title: `Change to \`${meant}\``, edits: [edit.replace(value, meant)], inFixAll: meant === 'blocked' },
        ],
      };
    }
  },
};
