import type { Rule } from '../../../model.ts';
import { child, propertiesOf } from '../../../syntax/node.ts';

/**
 * Reports options that nothing uses, if others are used: a plugin that uses none reads them from its environment. That an
 * unused option is a mistake is our reading.
 */
export const unusedOption: Rule = {
  id: 'plugin/unused-option',
  severity: 'hint',
  source: ['code/plugins-reference'],
  certainty: 'reading',
  impact: 'no-effect',
  tags: ['unnecessary'],
  scope: 'workspace',
  *check({ document, root, workspace, edit }) {
    const plugin = workspace.pluginOf(document.uri);
    const options = propertiesOf(child(root, 'userConfig'));
    if (!plugin || options.length < 2) return;
    const uses = workspace.factsBelow('option-use', plugin.uri);
    const used = new Set(uses.map(({ fact }) => fact.name));
    if (!options.some(({ key }) => used.has(key))) return;
    for (const option of options) {
      if (used.has(option.key)) continue;
      yield {
        range: option.keyNode.range,
        message: `Users are asked for \`${option.key}\`, but no file of this plugin uses \`\${user_config.${option.key}}\`. Remove it, unless a script reads it from its environment.`,
        fixes: [{ title: `Remove \`${option.key}\``, edits: [edit.remove(option)] }],
      };
    }
  },
};
