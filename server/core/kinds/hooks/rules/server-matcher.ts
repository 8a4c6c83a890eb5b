import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { serverMatchers } from '../../shared/hooks/hookChecks.ts';

/** Without a tool, `mcp__memory` is compared as an exact name and matches nothing. */
export const serverMatcher: Rule = {
  id: 'hooks/server-matcher',
  aliases: ['plugin/server-matcher'],
  severity: 'warning',
  source: ['code/hooks'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, document }) {
    yield* serverMatchers(document, child(root, 'hooks'));
  },
};
