import type { Rule } from '../../../model.ts';
import { property, toValue } from '../../../syntax/node.ts';
import { misnamedContainer, serversOf } from '../../shared/servers/serverMap.ts';
import { ownPlugin } from '../ownPlugin.ts';

/** The page about Cowork shows only the form with `mcpServers`. */
export const flatMap: Rule = {
  id: 'mcp/flat-map',
  severity: 'hint',
  source: ['desktop/extensions'],
  certainty: 'reading',
  impact: 'does-not-load',
  hosts: ['desktop-3p'],
  scope: 'workspace',
  *check({ document, root, workspace, edit }) {
    if (root?.type !== 'object' || property(root, 'mcpServers') || misnamedContainer(root)) return;
    const first = serversOf(root).find(({ entry }) => property(entry, 'command') ?? property(entry, 'url'));
    if (!first || !ownPlugin(document, workspace)) return;
    yield {
      range: first.property.keyNode.range,
      message:
        'For Cowork, only servers below `mcpServers` are documented. Wrap them in `{ "mcpServers": { … } }` to be sure.',
      fixes: [
        { title: 'Put the servers below `mcpServers`', edits: [edit.replace(root, { mcpServers: toValue(root) })] },
      ],
    };
  },
};
