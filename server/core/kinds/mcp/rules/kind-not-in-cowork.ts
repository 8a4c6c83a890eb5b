import { serverFlawOpening } from '../../../components/serverFlawSentences.ts';
import type { Rule } from '../../../model.ts';
import { flawed } from '../../shared/servers/serverChecks.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';
import { ownPlugin } from '../ownPlugin.ts';

/** The page names `http` and `sse`; that other types are dropped is our reading. */
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
    for (const { name, flaw } of flawed(serversOf(serverMap(root)), 'type-of-claude-code')) {
      const { type, node } = flaw;
      if (node.type === 'property') continue;
      const fixes = type === 'ws' ? [] : [{ title: 'Change to `http`', edits: [edit.replace(node, 'http')] }];
      yield {
        range: node.range,
        message: `${serverFlawOpening(flaw)}. \`${name}\` may be missing there.`,
        fixes,
      };
    }
  },
};
