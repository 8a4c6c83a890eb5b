import type { Rule } from '../../../model.ts';
import { child, stringOf } from '../../../syntax/node.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';
import { ownPlugin } from '../ownPlugin.ts';

/** The page names `http` and `sse`; that others are dropped is our reading. */
export const kindNotInCowork: Rule = {
  id: 'mcp/kind-not-in-cowork',
  severity: 'hint',
  source: ['desktop/extensions'],
  certainty: 'reading',
  impact: 'does-not-load',
  hosts: ['desktop-3p'],
  scope: 'workspace',
  *check({ document, root, workspace, edit }) {
    if (!ownPlugin(document, workspace)) return;
    for (const { name, entry } of serversOf(serverMap(root))) {
      const type = child(entry, 'type');
      const value = stringOf(type);
      if (!type || (value !== 'ws' && value !== 'streamable-http')) continue;
      const fixes = value === 'ws' ? [] : [{ title: 'Change to `http`', edits: [edit.replace(type, 'http')] }];
      yield {
        range: type.range,
        message: `Cowork is only documented to read \`http\` and \`sse\`: \`${name}\` may be missing there.`,
        fixes,
      };
    }
  },
};
