import type { Fix, Problem } from '../../../base/text.ts';
import type { Editor, Rule } from '../../../model.ts';
import { ignoredPluginSettings } from '../../../policy/ignoredPluginSettings.ts';
import { permissionWords } from '../../../policy/managedServers.ts';
import { child, itemsOf, type Node, type ObjectNode, property, stringOf, toValue } from '../../../syntax/node.ts';
import { managedKey } from '../entryRule.ts';

export const orgPluginSettingsManaged: Rule = {
  id: 'policy/org-plugin-settings-managed',
  severity: 'warning',
  source: ['desktop/configuration'],
  certainty: 'documented',
  impact: 'restriction-lost',
  scope: 'document',
  *check(context): Generator<Problem> {
    const { root, edit } = context;
    const settings = child(root, 'orgPluginSettings');
    for (const { node, entry, by, message, certainty } of ignoredPluginSettings(settings, managedKey(context))) {
      const fix = entry && by.node.type === 'object' && fixFor(root, entry, by.node, edit);
      yield {
        range: node.range,
        message,
        ...(certainty === 'reading' && { severity: 'hint' }),
        ...(fix && { fixes: [fix] }),
      };
    }
  },
};

/** Returns a fix that moves the rules, if the server has none yet and all of them can be read. */
function fixFor(root: Node | undefined, entry: ObjectNode, server: ObjectNode, edit: Editor): Fix | undefined {
  const rules = itemsOf(child(entry, 'tools')).map(
    (tool) => [stringOf(child(tool, 'toolName')), stringOf(child(tool, 'permission'))] as const,
  );
  const canMove = rules.every(([tool, word]) => tool && permissionWords.some((known) => known === word));
  const settings = property(root, 'orgPluginSettings');
  if (!settings?.valueNode || !canMove || rules.length === 0 || property(server, 'toolPolicy')) return undefined;
  const others = itemsOf(settings.valueNode).filter((other) => other !== entry);
  return {
    title: 'Move the rules to the server’s `toolPolicy`',
    edits: [
      edit.add(server, 'toolPolicy', Object.fromEntries(rules)),
      others.length === 0 ? edit.remove(settings) : edit.replace(settings.valueNode, others.map(toValue)),
    ],
  };
}
