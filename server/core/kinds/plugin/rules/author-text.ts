import type { Rule } from '../../../model.ts';
import { child, stringOf } from '../../../syntax/node.ts';

/** A value of a wrong type prevents the plugin from loading. */
export const authorText: Rule = {
  id: 'plugin/author-text',
  severity: 'error',
  source: ['code/plugins-reference'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    const node = child(root, 'author');
    const text = stringOf(node);
    if (!node || text === undefined) return;
    // Spaces occur only once in the pattern: a second occurrence would make it try every way to divide them.
    const [, words = '', email, url] = /^([^<(]*)(?:<([^>]*)>\s*)?(?:\(([^)]*)\))?$/.exec(text.trim()) ?? [];
    const author = { name: words.trim() || text, ...(email && { email }), ...(url && { url }) };
    yield {
      range: node.range,
      message: '`author` must be an object with `name`. With a string, the plugin fails to load.',
      fixes: [{ title: 'Convert to an object', edits: [edit.replace(node, author)], inFixAll: true }],
    };
  },
};
