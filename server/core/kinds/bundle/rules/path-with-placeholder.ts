import type { Rule } from '../../../model.ts';
import { ownPaths } from '../manifest.ts';

/** The format's tool resolves plain paths against the folder of the manifest. */
export const pathWithPlaceholder: Rule = {
  id: 'bundle/path-with-placeholder',
  severity: 'warning',
  source: ['mcpb/manifest', 'mcpb-tool'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'document',
  *check({ document, root }) {
    for (const node of ownPaths(root)) {
      const raw = document.text.slice(node.inner.start, node.inner.end);
      const [prefix] = /^\$\{__dirname\}(\/|\\\\|\$\{(\/|pathSeparator)\})?/.exec(raw) ?? [];
      if (prefix === undefined) continue;
      const range = { start: node.inner.start, end: node.inner.start + prefix.length };
      yield {
        range,
        message:
          'Placeholders are substituted only below `mcp_config`, so this file is not found. Remove the placeholder: the path is relative to the manifest’s folder.',
        ...(prefix.length < raw.length && {
          fixes: [{ title: 'Remove the placeholder', edits: [{ range, newText: '' }], inFixAll: true }],
        }),
      };
    }
  },
};
