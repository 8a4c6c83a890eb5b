import { nameOf, parentOf } from '../../../base/uri.ts';
import type { Rule } from '../../../model.ts';
import { child, propertiesOf, property } from '../../../syntax/node.ts';

/** On third-party inference the app reads the folder `Claude-3p`. */
export const standardFolder: Rule = {
  id: 'desktopConfig/standard-folder',
  severity: 'hint',
  source: ['third-party'],
  certainty: 'third-party',
  impact: 'no-effect',
  hosts: ['desktop-3p'],
  scope: 'document',
  *check({ document, root }) {
    const servers = property(root, 'mcpServers');
    if (nameOf(parentOf(document.uri)) !== 'Claude' || !servers) return;
    if (propertiesOf(child(root, 'mcpServers')).length === 0) return;
    yield {
      range: servers.keyNode.range,
      message:
        'On third-party inference, the app is reported to read the folder `Claude-3p` next to this one instead of `Claude`.',
    };
  },
};
