import type { Problem } from '../../../base/text.ts';
import { atLeast } from '../../../base/version.ts';
import type { Rule } from '../../../model.ts';
import { failClosedSince } from '../../../policy/keyFlags.ts';
import { meantPermission, orgEntries } from '../../../policy/managedServers.ts';
import { child, propertiesOf, property, stringOf } from '../../../syntax/node.ts';
import { pluginToolRules } from '../orgPluginSettings.ts';

/** A wrong permission blocks its tool, a missing one drops the rule. */
export const orgPluginSettingsPermission: Rule = {
  id: 'policy/org-plugin-settings-permission',
  severity: 'error',
  source: ['app-validator'],
  certainty: 'validator',
  impact: 'restriction-lost',
  scope: 'document',
  *check(context): Generator<Problem> {
    const { root, edit, target } = context;
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
          'Entries of this list do not use `toolPolicy`: it is ignored and locks no tool. Put the rules in `tools`.',
        fixes: [
          {
            title: 'Convert to `tools`',
            edits: [edit.renameKey(policy, 'tools'), edit.replace(policy.valueNode, tools)],
          },
        ],
      };
    }
    for (const { node, value, flaw } of pluginToolRules(context)) {
      if (flaw === 'no-permission' && node.type === 'object') {
        yield {
          range: (child(node, 'toolName') ?? node).range,
          message:
            'This rule has no `permission`, so it is dropped and the tool is not locked. Write `allow`, `ask` or `blocked`.',
          fixes: [{ title: 'Add `"permission": "blocked"`', edits: [edit.add(node, 'permission', 'blocked')] }],
        };
      }
      if (flaw !== 'unknown-permission' || !value) continue;
      const word = stringOf(value);
      const meant = (word !== undefined && meantPermission(word)) || 'blocked';
      const isOld = !atLeast(target.minimumVersion, failClosedSince);
      const older = isOld ? ` Apps before ${failClosedSince} drop the rule and do not lock the tool.` : '';
      yield {
        range: value.range,
        message: `Expected \`allow\`, \`ask\` or \`blocked\`. The app blocks the tool because of this value.${older}`,
        fixes: [
          { title: `Change to \`${meant}\``, edits: [edit.replace(value, meant)], inFixAll: meant === 'blocked' },
        ],
      };
    }
  },
};
