import { nearest } from '../../../base/suggest.ts';
import type { Rule } from '../../../model.ts';
import { property, stringOf } from '../../../syntax/node.ts';

const values = ['available', 'auto_install', 'required'];
/** Other words for the same, as other tools and people write them. */
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

/** Source: https://claude.com/docs/third-party/claude-desktop/extensions; of the key itself the validator of Claude Code warns. */
export const installationPreference: Rule = {
  id: 'plugin/installation-preference',
  severity: 'warning',
  scope: 'workspace',
  *check({ document, root, target, workspace, edit }) {
    const found = property(root, 'installationPreference');
    if (!found) return;
    if (!target.hosts.includes('desktop-3p')) {
      if (workspace.pluginOf(document.uri)?.mount) return;
      yield {
        range: found.keyNode.range,
        message: '`installationPreference` is read by Cowork only. Claude Code does not know it and ignores it.',
      };
      return;
    }
    const node = found.valueNode;
    const value = stringOf(node);
    if (!node || value === undefined || values.includes(value)) return;
    const near = nearest(value, values) ?? words[value.toLowerCase().replaceAll(/[_\s-]/g, '')];
    const meant = near ? [near] : values;
    yield {
      range: node.range,
      message: `Cowork does not know \`${value}\` here, so do not count on the plugin being installed. ${near ? `Did you mean \`${near}\`?` : 'Write `available`, `auto_install` or `required`.'}`,
      fixes: meant.map((word) => ({ title: `Change to \`${word}\``, edits: [edit.replace(node, word)] })),
    };
  },
};
