import type { Problem } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { entriesOf } from '../entries.ts';
import { hasBlanks, isAnthropic, isKebab, isTakenByDesktop, toKebab } from '../names.ts';

const reserved = /^(claude|anthropics?|claude-code|claude-mods)$|^(claude|anthropics?|cc-plugin)-/;

/** Reserved names are those of the validator of Claude Code. */
export const pluginNameForm: Rule = {
  id: 'marketplace/plugin-name-form',
  severity: 'error',
  source: ['code/marketplace-reference', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    const isOwn = isAnthropic(root);
    for (const { node, name } of entriesOf(root)) {
      const at = child(node, 'name');
      if (!at || !name) continue;
      const fixes = reserved.test(name) ? [] : toKebab(at, name, edit);
      for (const verdict of judge(name, isOwn)) yield { range: at.range, ...verdict, fixes };
    }
  },
};

function* judge(name: string, isOwn: boolean): Generator<Pick<Problem, 'message' | 'severity' | 'appliesTo'>> {
  if (hasBlanks(name)) {
    yield { message: 'A plugin name must not contain spaces: the plugin is skipped.' };
    return;
  }
  if (!isTakenByDesktop(name)) {
    yield {
      message:
        'Cowork accepts letters, digits, `.`, `_` and `-` in a plugin name, at most 128 characters, beginning with a letter or digit. It silently drops this plugin.',
      appliesTo: { hosts: ['desktop-3p'], elsewhere: 'warning' },
    };
    return;
  }
  const isReserved = !isOwn && reserved.test(name.toLowerCase().replaceAll('_', '-'));
  if (isReserved) {
    yield {
      message: `Names like \`${name}\` are reserved for Anthropic; Claude Code refuses them from others. Choose another one.`,
      severity: 'warning',
      appliesTo: { hosts: ['claude-code'] },
    };
  }
  if (isKebab(name)) return;
  yield {
    message:
      'Use only lower-case letters, digits and hyphens in a plugin name: syncing through claude.ai accepts no other characters.',
    severity: 'warning',
    // One mistake, one message: where Claude Code refuses the name, its case does not matter.
    appliesTo: { hosts: ['claude-code'], ...(isReserved && { alone: 'off', mixed: 'off' }), elsewhere: 'hint' },
  };
}
