import type { Severity } from '../../../base/text.ts';
import type { Host, Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { entriesOf } from '../entries.ts';
import { hasBlanks, isAnthropic, isKebab, isTakenByDesktop, toKebab } from '../names.ts';

const reserved = /^(claude|anthropics?|claude-code|claude-mods)$|^(claude|anthropics?|cc-plugin)-/;

/** Source: https://code.claude.com/docs/en/plugins/marketplace-reference; reserved names from the validator of Claude Code. */
export const pluginNameForm: Rule = {
  id: 'marketplace/plugin-name-form',
  severity: 'error',
  scope: 'document',
  *check({ root, target, edit }) {
    const isOwn = isAnthropic(root);
    for (const { node, name } of entriesOf(root)) {
      const at = child(node, 'name');
      if (!at || !name) continue;
      const verdict = judge(name, isOwn, target.hosts);
      if (!verdict) continue;
      const fixes = reserved.test(name) ? [] : toKebab(at, name, edit);
      yield { range: at.range, ...verdict, fixes };
    }
  },
};

function judge(
  name: string,
  isOwn: boolean,
  hosts: readonly Host[],
): { readonly message: string; readonly severity: Severity } | undefined {
  const strict = hosts.includes('claude-code');
  if (hasBlanks(name))
    return { message: 'The name of a plugin has no blanks: the plugin is left out.', severity: 'error' };
  if (!isTakenByDesktop(name))
    return {
      message:
        'Cowork takes letters, digits, `.`, `_` and `-` in the name of a plugin, at most 128, a letter or digit first. It drops this plugin without a word.',
      severity: hosts.includes('desktop-3p') ? 'error' : 'warning',
    };
  if (strict && !isOwn && reserved.test(name.toLowerCase().replaceAll('_', '-')))
    return {
      message: `Names like \`${name}\` are kept for the makers of Claude Code, which refuses them from others. Choose another one.`,
      severity: 'warning',
    };
  if (isKebab(name)) return undefined;
  return {
    message:
      'The name of a plugin is best made of lower-case letters, digits and hyphens: an organization’s sync from claude.ai takes no other.',
    severity: strict ? 'warning' : 'hint',
  };
}
