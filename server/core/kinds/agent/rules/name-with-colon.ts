import type { Rule } from '../../../model.ts';
import { child, stringOf } from '../../../syntax/node.ts';

/** A name with `:` drops the file. */
export const nameWithColon: Rule = {
  id: 'agent/name-with-colon',
  severity: 'warning',
  source: ['code/sub-agents'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    const name = child(root, 'name');
    const text = stringOf(name);
    if (!name || !text?.includes(':')) return;
    const meant = text.replaceAll(/(?<!\s)\s*:\s*/g, '-').replaceAll(/^-+|(?<!-)-+$/g, '');
    yield {
      range: name.range,
      message: '`:` separates plugin and agent, so Claude Code skips an agent whose name contains it. Use `-` instead.',
      ...(meant && { fixes: [{ title: `Change to \`${meant}\``, edits: [edit.replace(name, meant)] }] }),
    };
  },
};
