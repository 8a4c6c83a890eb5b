import type { Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';

/** Source: https://code.claude.com/docs/en/sub-agents (agents have `tools`). */
export const allowedTools: Rule = {
  id: 'agent/allowed-tools',
  severity: 'hint',
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
