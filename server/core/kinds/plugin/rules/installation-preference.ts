import { nearest } from '../../../base/suggest.ts';
import type { Rule } from '../../../model.ts';
import { property, stringOf } from '../../../syntax/node.ts';

const values = ['available', 'auto_install', 'required'];
/** Other names for the values, in other tools and from memory. */
const words: Readonly<Record<string, string>> = {
  auto: 'auto_install',
  automatic: 'auto_install',
  installed: 'auto_install',
  installedbydefault: 'auto_install',
  default: 'auto_install',
  mandatory: 'required',
  forced: 'required',
  force: 'required',
  optional: 'available',
  manual: 'available',
};

/** The validator of Claude Code warns about the key itself. */
export const installationPreference: Rule = {
  id: 'plugin/installation-preference',
  severity: 'warning',
  source: ['desktop/extensions', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'workspace',
  *check({ document, root, workspace, edit }) {
    const found = property(root, 'installationPreference');
    if (!found) return;
    if (!workspace.pluginOf(document.uri)?.mount) {
      yield {
        range: found.keyNode.range,
        appliesTo: { hosts: ['claude-code'], mixed: 'off' },
        message: '`installationPreference` is read only by Cowork. Claude Code ignores it.',
      };
    }
    const node = found.valueNode;
    const value = stringOf(node);
    if (!node || value === undefined || values.includes(value)) return;
    const near = nearest(value, values) ?? words[value.toLowerCase().replaceAll(/[_\s-]/g, '')];
    const meant = near ? [near] : values;
    yield {
      range: node.range,
      appliesTo: { hosts: ['desktop-3p'] },
      message: `Unknown value \`${value}\`: Cowork may not install the plugin. ${near ? `Did you mean \`${near}\`?` : 'Write `available`, `auto_install` or `required`.'}`,
      fixes: meant.map((word) => ({ title: `Change to \`${word}\``, edits: [edit.replace(node, word)] })),
    };
  },
};
