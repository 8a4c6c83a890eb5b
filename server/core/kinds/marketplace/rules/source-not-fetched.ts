import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { entriesOf, kindOf } from '../entries.ts';
import { sourceKinds } from '../sourceSchema.ts';

/** Source: https://claude.com/docs/third-party/claude-desktop/extensions (only folders of the repository, and archives of the same origin, are fetched). */
export const sourceNotFetched: Rule = {
  id: 'marketplace/source-not-fetched',
  severity: 'info',
  scope: 'document',
  *check({ root, target }) {
    if (!target.hosts.includes('desktop-3p')) return;
    for (const { source } of entriesOf(root)) {
      const at = child(source, 'source');
      const kind = kindOf(source);
      if (!at || !kind || kind === 'archive' || !sourceKinds.includes(kind)) continue;
      yield {
        range: at.range,
        message:
          'Cowork on third-party inference lists this plugin and never fetches it. Copy its folder into the marketplace and write `"source": "./…"`.',
      };
    }
  },
};
