import type { Rule } from '../../../model.ts';
import { child, property } from '../../../syntax/node.ts';
import { entriesOf, kindOf } from '../entries.ts';

/** Source: https://claude.com/docs/third-party/claude-desktop/extensions (an archive is fetched with `sha256`); the validator asks for it beside `headersHelper`. */
export const archiveWithoutDigest: Rule = {
  id: 'marketplace/archive-without-digest',
  severity: 'warning',
  scope: 'document',
  *check({ root, target }) {
    for (const { node, source } of entriesOf(root)) {
      const kind = child(source, 'source');
      if (kindOf(source) !== 'archive' || !kind || property(source, 'sha256')) continue;
      const message = target.hosts.includes('desktop-3p')
        ? 'Cowork lists an archive without `sha256` and never fetches it. Add the SHA-256 of the file.'
        : 'Whoever answers for the archive decides what users install. Add the SHA-256 of the file as `sha256`.';
      if (target.hosts.includes('desktop-3p') || property(node, 'headersHelper')) yield { range: kind.range, message };
    }
  },
};
