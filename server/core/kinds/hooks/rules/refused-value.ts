import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';

/** The validator rejects the file, and with it the plugin. What Cowork does is unknown. */
export const refusedValue: Rule = {
  id: 'hooks/refused-value',
  isAboutFile: true,
  severity: 'error',
  source: ['claude-code-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  hosts: ['claude-code'],
  elsewhere: 'warning',
  scope: 'document',
  *check({ root, schemaProblems }) {
    const modules = child(root, 'modules');
    const own = [child(root, 'description'), modules].flatMap((node) => node?.range ?? []);
    for (const { range, message } of schemaProblems()) {
      const isOwn = own.some(({ start, end }) => start === range.start && end === range.end);
      if (isOwn) yield { range, message: `${message} Claude Code refuses the whole plugin.` };
    }
    const second = modules?.type === 'array' ? modules.items[1] : undefined;
    if (!second) return;
    yield {
      range: second.range,
      message: 'Only one hook module is allowed. Claude Code refuses the whole plugin because of the second one.',
    };
  },
};
