import { knownBuiltinNames } from '../../../builtinTools.ts';
import type { Rule } from '../../../model.ts';
import { child, propertiesOf } from '../../../syntax/node.ts';
import type { Severity } from '../../../text.ts';

/** Tools whose rules take no argument. */
const bareOnly = ['WebFetch', 'WebSearch'];

interface Verdict {
  readonly message: string;
  readonly meant: string;
  readonly severity?: Severity;
}

/** Source: the app's own validator, and https://claude.com/docs/third-party/claude-desktop/configuration */
export const builtinToolRule: Rule = {
  id: 'policy/builtin-tool-rule',
  severity: 'warning',
  scope: 'document',
  *check({ root, edit }) {
    const properties = propertiesOf(child(root, 'builtinToolPolicy'));
    for (const property of properties) {
      const verdict = judge(property.key);
      if (!verdict) continue;
      const { message, meant, severity } = verdict;
      const isTaken = properties.some(({ key }) => key === meant);
      const fix = isTaken
        ? { title: 'Remove the rule', edits: [edit.remove(property)] }
        : { title: `Change to \`${meant}\``, edits: [edit.renameKey(property, meant)] };
      yield { range: property.keyNode.range, message, ...(severity && { severity }), fixes: [fix] };
    }
  },
};

function judge(key: string): Verdict | undefined {
  const [, tool = '', rest = ''] = /^(\w+)(\([\s\S]*)$/.exec(key) ?? [];
  if (!knownBuiltinNames.includes(tool)) return undefined;
  const dropped = 'The rule is dropped, and the tool runs unasked.';
  if (bareOnly.includes(tool)) return { message: `Rules for \`${tool}\` take no argument. ${dropped}`, meant: tool };
  if (!rest.endsWith(')')) return { message: `The closing \`)\` is missing. ${dropped}`, meant: `${key.trimEnd()})` };
  if (rest === '()') return { message: `The argument is missing. ${dropped}`, meant: tool };
  if (/[\r\n]/.test(rest))
    return { message: `A rule stands on one line. ${dropped}`, meant: key.replaceAll(/\s+/g, ' ') };
  const isAll = /^\(\s*\*\s*\)$/.test(rest);
  return isAll ? { message: `\`${key}\` is the same as \`${tool}\`.`, meant: tool, severity: 'info' } : undefined;
}
