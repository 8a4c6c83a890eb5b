import type { Problem } from '../../../base/text.ts';
import { capitalised } from '../../../base/words.ts';
import { characterProblem, nameSentence } from '../../../components/pluginName.ts';
import type { Rule } from '../../../model.ts';
import { child, type Node, stringOf } from '../../../syntax/node.ts';
import { isAnthropic, isKebab, isTakenByDesktop, reservedBecause, toKebab } from '../names.ts';

type Verdict = Pick<Problem, 'message' | 'severity' | 'appliesTo'>;

/** Reserved names and the messages about them are those of the validator. */
export const nameForm: Rule = {
  id: 'marketplace/name-form',
  severity: 'error',
  source: ['code/marketplace-reference', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    const node = child(root, 'name');
    const name = stringOf(node);
    if (!node || !name) return;
    const verdict = judgeForm(name) ?? judgeWord(name, root);
    const isFree = !reservedBecause(name) && !reservedOnDesktop.has(name);
    if (verdict) yield { range: node.range, ...verdict, fixes: isFree ? toKebab(node, name, edit) : [] };
  },
};

const reservedOnDesktop = new Set(['unknown', 'org', 'org-provisioned']);

function judgeForm(name: string): Verdict | undefined {
  const problem = characterProblem(name);
  if (problem) return { message: `${capitalised(nameSentence(problem, name))}, so the marketplace fails to load.` };
  if (name.includes('..')) {
    return {
      message: 'The name contains `..`, which could lead out of a folder: Claude Code refuses the marketplace.',
      appliesTo: { hosts: ['claude-code'], elsewhere: 'warning' },
    };
  }
  if (isTakenByDesktop(name)) return undefined;
  const isOnlyLong = isTakenByDesktop(name.slice(0, 128));
  const what = isOnlyLong
    ? `The name has ${name.length} characters; Cowork accepts at most 128 and refuses the whole marketplace.`
    : 'A marketplace name may contain only letters, digits, `.`, `_` and `-`, and must start with a letter or digit: this marketplace fails to load.';
  return { message: what, ...(isOnlyLong && { appliesTo: { hosts: ['desktop-3p'], elsewhere: 'warning' } }) };
}

function judgeWord(name: string, root: Node | undefined): Verdict | undefined {
  if (reservedOnDesktop.has(name))
    return {
      message: `Cowork reserves the name \`${name}\` and refuses the whole marketplace. Choose another one.`,
      appliesTo: { hosts: ['desktop-3p'], elsewhere: 'warning' },
    };
  const why = isAnthropic(root) ? undefined : reservedBecause(name);
  if (why)
    return {
      message: `\`${name}\` ${why}: Claude Code refuses a marketplace with this name. Choose another one.`,
      appliesTo: { hosts: ['claude-code'], elsewhere: 'warning' },
    };
  if (isKebab(name)) return undefined;
  return {
    message: 'Syncing plugins through claude.ai requires lower-case letters, digits and single hyphens here.',
    severity: 'hint',
  };
}
