import type { Rule } from '../../../model.ts';
import { child, property } from '../../../syntax/node.ts';
import { entriesOf, kindOf } from '../entries.ts';

/** Cowork fetches an archive only with `sha256`; the validator requires it next to `headersHelper`. */
export const archiveWithoutDigest: Rule = {
  id: 'marketplace/archive-without-digest',
  severity: 'warning',
  source: ['desktop/extensions', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root }) {
    for (const { node, source } of entriesOf(root)) {
      const kind = child(source, 'source');
      if (kindOf(source) !== 'archive' || !kind || property(source, 'sha256')) continue;
      yield {
        range: kind.range,
        appliesTo: { hosts: ['desktop-3p'] },
        message: 'Cowork lists an archive without `sha256` but never fetches it. Add the SHA-256 of the file.',
      };
      if (!property(node, 'headersHelper')) continue;
      yield {
        range: kind.range,
        appliesTo: { hosts: ['claude-code'], mixed: 'off' },
        message:
          'Without `sha256`, whoever controls the server can replace what users install. Add the SHA-256 of the file.',
      };
    }
  },
};
