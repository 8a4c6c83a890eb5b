import type { Severity } from '../../../base/text.ts';
import type { Host, Rule } from '../../../model.ts';
import { child, type Node, stringOf } from '../../../syntax/node.ts';
import { hasBlanks, isAnthropic, isKebab, isTakenByDesktop, reservedBecause, toKebab } from '../names.ts';

interface Verdict {
  readonly message: string;
  readonly severity: Severity;
}

/** Source: https://code.claude.com/docs/en/plugins/marketplace-reference (reserved names, messages of the validator). */
export const nameForm: Rule = {
  id: 'marketplace/name-form',
  severity: 'error',
  scope: 'document',
  *check({ root, target, edit }) {
    const node = child(root, 'name');
    const name = stringOf(node);
    if (!node || !name) return;
    const verdict = judgeForm(name, target.hosts) ?? judgeWord(name, root, target.hosts);
    const isFree = !reservedBecause(name) && !reservedOnDesktop.has(name);
    if (verdict) yield { range: node.range, ...verdict, fixes: isFree ? toKebab(node, name, edit) : [] };
  },
};

const reservedOnDesktop = new Set(['unknown', 'org', 'org-provisioned']);

function judgeForm(name: string, hosts: readonly Host[]): Verdict | undefined {
  if (hasBlanks(name))
    return { message: 'The name of a marketplace has no blanks: the marketplace does not load.', severity: 'error' };
  if (isTakenByDesktop(name)) return undefined;
  const isOnlyLong = isTakenByDesktop(name.slice(0, 128));
  const what = isOnlyLong
    ? `The name has ${name.length} characters; Cowork takes 128 and refuses the whole marketplace.`
    : 'The name of a marketplace is made of letters, digits, `.`, `_` and `-`, a letter or digit first: this marketplace does not load.';
  return { message: what, severity: isOnlyLong && !hosts.includes('desktop-3p') ? 'warning' : 'error' };
}

function judgeWord(name: string, root: Node | undefined, hosts: readonly Host[]): Verdict | undefined {
  const strict = hosts.includes('claude-code');
  if (reservedOnDesktop.has(name))
    return {
      message: `Cowork keeps the name \`${name}\` for itself and refuses the whole marketplace. Choose another one.`,
      severity: hosts.includes('desktop-3p') ? 'error' : 'warning',
    };
  const why = isAnthropic(root) ? undefined : reservedBecause(name);
  if (why)
    return {
      message: `\`${name}\` ${why}: Claude Code refuses a marketplace of that name. Choose another one.`,
      severity: strict ? 'error' : 'warning',
    };
  if (isKebab(name)) return undefined;
  return {
    message:
      'An organization that syncs plugins from claude.ai needs lower-case letters, digits and single hyphens here.',
    severity: 'hint',
  };
}
