import type { Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';

/** The page lists `tools`, not this key. The validator checks its type nevertheless, so that it is ignored is our reading. */
export const allowedTools: Rule = {
  id: 'agent/allowed-tools',
  severity: 'hint',
  source: ['code/sub-agents'],
  certainty: 'reading',
  impact: 'restriction-lost',
  scope: 'document',
  *check({ root, edit }) {
    const found = property(root, 'allowed-tools');
    if (!found) return;
    const fixes = property(root, 'tools')
      ? []
      : [{ title: 'Rename to `tools`', edits: [edit.renameKey(found, 'tools')] }];
    yield {
      range: found.keyNode.range,
      message: '`allowed-tools` is a key of skills and commands. An agent reads `tools`; without it, it has all tools.',
      fixes,
    };
  },
};
