import type { Rule } from '../../../model.ts';
import { child, property, stringOf } from '../../../syntax/node.ts';
import { entriesOf, kindOf } from '../entries.ts';

const shorthand = /^[\w.-]+\/[\w.-]+$/;

/** `repo` is `owner/repo`; `url` accepts no shorthand. The validator checks neither. */
export const repositoryForm: Rule = {
  id: 'marketplace/repository-form',
  severity: 'warning',
  source: ['code/marketplace-reference'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'document',
  *check({ root, edit }) {
    for (const { source } of entriesOf(root)) {
      const repo = child(source, 'repo');
      const url = property(source, 'url');
      const kind = child(source, 'source');
      if (kindOf(source) === 'github' && repo?.type === 'string' && !shorthand.test(String(repo.value))) {
        const meant = /github\.com[/:]([\w.-]+\/[\w.-]+?)(\.git)?\/?$/.exec(String(repo.value))?.[1];
        yield {
          range: repo.range,
          message: '`repo` must be `owner/name`, not a URL; the plugin cannot be fetched.',
          fixes: meant ? [{ title: `Change to \`${meant}\``, edits: [edit.replace(repo, meant)], inFixAll: true }] : [],
        };
      }
      if (kindOf(source) === 'url' && kind && url?.valueNode && shorthand.test(stringOf(url.valueNode) ?? ''))
        yield {
          range: url.valueNode.range,
          message: '`url` must be the complete URL of a git repository. For `owner/name`, use the source `github`.',
          fixes: [
            {
              title: 'Change to `github`',
              edits: [edit.replace(kind, 'github'), edit.renameKey(url, 'repo')],
              inFixAll: true,
            },
          ],
        };
    }
  },
};
