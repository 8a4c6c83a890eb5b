import type { Problem } from '../../../base/text.ts';
import { capitalised } from '../../../base/words.ts';
import { isReserved, nameProblem, nameSentence } from '../../../components/pluginName.ts';
import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { entriesOf } from '../entries.ts';
import { isAnthropic, isKebab, isTakenByDesktop, toKebab } from '../names.ts';

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
      const fixes = isReserved(name) ? [] : toKebab(at, name, edit);
      for (const verdict of judge(name, isOwn)) yield { range: at.range, ...verdict, fixes };
    }
  },
};

function* judge(name: string, isOwn: boolean): Generator<Pick<Problem, 'message' | 'severity' | 'appliesTo'>> {
  const problem = nameProblem(name);
  const opening = problem && capitalised(nameSentence(problem, name));
  if (opening && problem !== 'reserved') {
    yield { message: `${opening}, so the plugin is skipped. Use lower-case letters, digits and hyphens.` };
    return;
  }
  if (!isTakenByDesktop(name)) {
    const isOnlyLong = isTakenByDesktop(name.slice(0, 128));
    yield {
      message: `Cowork accepts letters, digits, \`.\`, \`_\` and \`-\` in a plugin name, at most 128 characters, beginning with a letter or digit. It silently drops this plugin${isOnlyLong ? '' : ', and Claude Code refuses it'}.`,
      ...(isOnlyLong && { appliesTo: { hosts: ['desktop-3p'], elsewhere: 'warning' } }),
    };
    return;
  }
  const isTaken = opening !== undefined && !isOwn;
  if (isTaken) {
    yield {
      message: `${opening}: Claude Code refuses it from others. Choose another one.`,
      severity: 'warning',
      appliesTo: { hosts: ['claude-code'] },
    };
  }
  if (isKebab(name)) return;
  yield {
    message:
      'Use only lower-case letters, digits and hyphens in a plugin name: syncing through claude.ai accepts no other characters.',
    severity: 'warning',
    // One mistake, one message: if Claude Code rejects the name, its case does not matter.
    appliesTo: { hosts: ['claude-code'], ...(isTaken && { alone: 'off', mixed: 'off' }), elsewhere: 'hint' },
  };
}
