import type { Rule } from '../../../model.ts';
import { child, stringOf } from '../../../syntax/node.ts';

/** A string, unlike in a `package.json`. */
export const repositoryObject: Rule = {
  id: 'plugin/repository-object',
  severity: 'error',
  source: ['code/plugins-reference'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    const node = child(root, 'repository');
    if (node?.type !== 'object') return;
    const url = stringOf(child(node, 'url'));
    yield {
      range: node.range,
      message:
        '`repository` must be a URL string here, not an object as in `package.json`. With an object, the plugin fails to load.',
      ...(url && { fixes: [{ title: 'Keep only the URL', edits: [edit.replace(node, url)], inFixAll: true }] }),
    };
  },
};
