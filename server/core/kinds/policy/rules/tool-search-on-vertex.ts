import { atLeast } from '../../../base/version.ts';
import type { Rule } from '../../../model.ts';
import { providerOf } from '../../../policy/providers.ts';
import { booleanAt, setAt } from '../../../policy/readValue.ts';

/** Source: https://claude.com/docs/third-party/claude-desktop/configuration; newer apps search for tools on Vertex by themselves, say third parties. */
export const toolSearchOnVertex: Rule = {
  id: 'policy/tool-search-on-vertex',
  severity: 'warning',
  scope: 'document',
  *check({ root, edit, target }) {
    const found = setAt(root, 'toolSearchEnabled');
    if (!found || providerOf(root) !== 'vertex' || booleanAt(root, 'toolSearchEnabled') !== true) return;
    if (atLeast(target.minimumVersion, '1.49585.0')) return;
    yield {
      range: found.keyNode.range,
      message: `Vertex refuses requests with tool search in apps before 1.49585.0, and your floor is ${target.minimumVersion}: there every request fails. Leave the key out.`,
      fixes: [{ title: 'Remove the key', edits: [edit.remove(found)] }],
    };
  },
};
