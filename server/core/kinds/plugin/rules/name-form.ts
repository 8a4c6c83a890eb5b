import type { Rule } from '../../../model.ts';
import { child, stringOf } from '../../../syntax/node.ts';

const reservedStarts = ['claude-', 'anthropic-', 'anthropics-', 'cc-plugin-'];
const reserved = ['claude', 'anthropic', 'anthropics', 'claude-code', 'claude-mods'];

/** Source: https://code.claude.com/docs/en/plugins-reference (kebab-case, no spaces); reserved names from the validator of Claude Code. */
export const nameForm: Rule = {
  id: 'plugin/name-form',
  severity: 'error',
  scope: 'workspace',
  *check({ document, root, target, workspace, edit }) {
    const node = child(root, 'name');
    const name = stringOf(node);
    if (!node || !name) return;
    const strict = target.hosts.includes('claude-code');
    // There the folder's name counts, and another rule says so.
    if (!strict && workspace.pluginOf(document.uri)?.mount) return;
    const plain = name
      .trim()
      .replaceAll(/([a-z\d])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .replaceAll(/[^a-z\d]+/g, '-')
      .replaceAll(/^-+|-+$/g, '');
    const fixes = plain ? [{ title: `Change to \`${plain}\``, edits: [edit.replace(node, plain)] }] : [];
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    if (/[\s\u0000-\u001f]/.test(name)) {
      const message =
        'The name of a plugin has no spaces: write lower-case letters, digits and hyphens. Claude Code does not load a plugin with such a name.';
      yield { range: node.range, message, ...(!strict && { severity: 'warning' }), fixes };
    } else if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/.test(name)) {
      const message =
        'Cowork takes letters, digits, `.`, `_` and `-` in names from a marketplace, at most 128, a letter or digit first.';
      yield { range: node.range, message, severity: 'hint', fixes };
    } else if (strict && isReserved(name)) {
      const message = `Names like \`${name}\` are kept for the makers of Claude Code, which refuses them from others. Choose another one.`;
      yield { range: node.range, message, severity: 'warning' };
    }
  },
};

function isReserved(name: string): boolean {
  const folded = name.toLowerCase().replaceAll('_', '-');
  return reserved.includes(folded) || reservedStarts.some((start) => folded.startsWith(start));
}
