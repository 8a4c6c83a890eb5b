import type { Rule } from '../../../model.ts';
import { providerOf } from '../../../policy/providers.ts';
import { booleanAt, setAt } from '../../../policy/readValue.ts';

const until = '1.49585.0';

/** According to third parties, newer apps use tool search on Vertex by default. */
export const toolSearchOnVertex: Rule = {
  id: 'policy/tool-search-on-vertex',
  severity: 'warning',
  source: ['desktop/configuration', 'third-party'],
  certainty: 'documented',
  impact: 'fails',
  until: { version: until },
  scope: 'document',
  *check({ root, edit, target }) {
    const found = setAt(root, 'toolSearchEnabled');
    if (!found || providerOf(root) !== 'vertex' || booleanAt(root, 'toolSearchEnabled') !== true) return;
    yield {
      range: found.keyNode.range,
      message: `Vertex refuses requests with tool search in apps before ${until}, and your minimum is ${target.minimumVersion}: every request fails there. Remove the key.`,
      fixes: [{ title: 'Remove the key', edits: [edit.remove(found)] }],
    };
  },
};
