import { nameOf, parentOf } from '../../../base/uri.ts';
import type { Rule } from '../../../model.ts';
import { child, propertiesOf, property } from '../../../syntax/node.ts';

/** Source: third-party notes: on third-party inference the app reads the folder `Claude-3p`. */
export const standardFolder: Rule = {
  id: 'desktopConfig/standard-folder',
  severity: 'hint',
  scope: 'document',
  *check({ document, root, target }) {
    const servers = property(root, 'mcpServers');
    if (nameOf(parentOf(document.uri)) !== 'Claude' || !target.hosts.includes('desktop-3p') || !servers) return;
    if (propertiesOf(child(root, 'mcpServers')).length === 0) return;
    yield {
      range: servers.keyNode.range,
      message:
        'On third-party inference the app is reported to read the folder `Claude-3p` beside this one, not `Claude`.',
    };
  },
};
