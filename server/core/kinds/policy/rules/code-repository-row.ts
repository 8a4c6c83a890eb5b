import type { Problem } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { isPlaceholder } from '../../../policy/readValue.ts';
import { child, itemsOf, type Node, stringOf } from '../../../syntax/node.ts';

const repository = /^[A-Za-z0-9._-]{1,100}\/[A-Za-z0-9._-]{1,100}$/;

export const codeRepositoryRow: Rule = {
  id: 'policy/code-repository-row',
  severity: 'error',
  source: ['app-validator'],
  certainty: 'validator',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, edit }): Generator<Problem> {
    for (const row of itemsOf(child(root, 'codeAllowedRepositories'))) {
      const wrong = flawOf(row);
      if (!wrong) continue;
      const text = stringOf(row) ?? '';
      const meant = repository.test(text)
        ? { source: 'github', repo: text }
        : isCloneable(text)
          ? { source: 'git', url: text }
          : undefined;
      yield {
        range: wrong.at.range,
        message: `${wrong.says} The row is dropped.`,
        ...(meant && { fixes: [{ title: 'Convert to a row', edits: [edit.replace(row, meant)], inFixAll: true }] }),
      };
    }
  },
};

const isCloneable = (text: string): boolean => /^https:\/\/[^/@\s]+\/[^\s]+$/i.test(text);

/** Returns why the app cannot read a row, and the node to mark. */
function flawOf(row: Node): { at: Node; says: string } | undefined {
  const form =
    'A repository must be `{ "source": "github", "repo": "owner/name" }` or `{ "source": "git", "url": "https://…" }`.';
  if (row.type !== 'object') return { at: row, says: form };
  const source = child(row, 'source');
  const word = stringOf(source);
  if (!source || (word !== 'github' && word !== 'git')) return { at: source ?? row, says: form };
  const node = child(row, word === 'github' ? 'repo' : 'url');
  const text = stringOf(node);
  if (!node || text === undefined) return { at: node ?? source, says: form };
  // User names in URLs are reported by `policy/credentials-in-url`.
  if (isPlaceholder(text) || (word === 'git' && /^https?:\/\/[^/?#\s]*@/i.test(text))) return undefined;
  if (word === 'github') {
    return repository.test(text)
      ? undefined
      : {
          at: node,
          says: '`repo` must be `owner/name`, with letters, digits, `.`, `_` and `-` only and without wildcards.',
        };
  }
  return isCloneable(text)
    ? undefined
    : { at: node, says: '`url` must be an https URL with a path and without a user name.' };
}
