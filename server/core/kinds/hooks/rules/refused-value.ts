import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';

/** Source: the validator of Claude Code, which refuses the file, and with it the plugin. What Cowork does is not known. */
export const refusedValue: Rule = {
  id: 'hooks/refused-value',
  isAboutFile: true,
  severity: 'error',
  scope: 'document',
  *check({ root, target, schemaProblems }) {
    const severity = target.hosts.includes('claude-code') ? {} : ({ severity: 'warning' } as const);
    const modules = child(root, 'modules');
    const own = [child(root, 'description'), modules].flatMap((node) => node?.range ?? []);
    for (const { range, message } of schemaProblems()) {
      const isOwn = own.some(({ start, end }) => start === range.start && end === range.end);
      if (isOwn) yield { range, ...severity, message: `${message} Claude Code refuses the whole plugin.` };
    }
    const second = modules?.type === 'array' ? modules.items[1] : undefined;
    if (!second) return;
    yield {
      range: second.range,
      ...severity,
      message: 'There is one module of hooks at most. With a second one Claude Code refuses the whole plugin.',
    };
  },
};
