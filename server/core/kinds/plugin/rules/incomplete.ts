import type { Rule } from '../../../model.ts';
import { child, property, stringOf } from '../../../syntax/node.ts';

const keys = ['version', 'description', 'author'];

/** The validator of Claude Code warns about a manifest without them; Cowork is not known to require them. */
export const incomplete: Rule = {
  id: 'plugin/incomplete',
  severity: 'warning',
  source: ['claude-code-validator'],
  certainty: 'validator',
  impact: 'fails-validation',
  hosts: ['claude-code'],
  scope: 'document',
  *check({ root, parsed, edit }) {
    if (root?.type !== 'object' || parsed.problems.length > 0) return;
    const missing = keys.filter((key) => !property(root, key) || stringOf(child(root, key)) === '');
    if (missing.length === 0) return;
    const named = new Intl.ListFormat('en').format(missing.map((key) => `\`${key}\``));
    const version = property(root, 'version');
    yield {
      range: property(root, 'name')?.keyNode.range ?? { start: root.range.start, end: root.range.start + 1 },
      message: `The manifest lacks ${named}: the validator of Claude Code asks for ${missing.length > 1 ? 'them' : 'it'}, and users see ${missing.length > 1 ? 'them' : 'it'} before they install the plugin.`,
      ...(!version && { fixes: [{ title: 'Add `version`', edits: [edit.add(root, 'version', '1.0.0')] }] }),
    };
  },
};
