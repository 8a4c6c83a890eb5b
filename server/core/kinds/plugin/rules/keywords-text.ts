import type { Rule } from '../../../model.ts';
import { child, stringOf } from '../../../syntax/node.ts';

/** A value of a wrong type prevents the plugin from loading. */
export const keywordsText: Rule = {
  id: 'plugin/keywords-text',
  severity: 'error',
  source: ['code/plugins-reference'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    const node = child(root, 'keywords');
    const text = stringOf(node);
    if (!node || text === undefined) return;
    const words = text
      .split(text.includes(',') ? ',' : /\s+/)
      .map((word) => word.trim())
      .filter((word) => word !== '');
    yield {
      range: node.range,
      message: '`keywords` must be an array of strings. With a string, the plugin fails to load.',
      fixes: [{ title: 'Convert to a list', edits: [edit.replace(node, words)], inFixAll: true }],
    };
  },
};
