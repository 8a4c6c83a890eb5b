import type { Rule } from '../../../model.ts';
import { child, stringOf } from '../../../syntax/node.ts';
import { kindOfServer, managedServers, nameOfServer } from '../managed.ts';

/** Source: https://claude.com/docs/third-party/claude-desktop/extensions */
export const remoteWithoutUrl: Rule = {
  id: 'policy/remote-without-url',
  severity: 'error',
  scope: 'document',
  *check({ root }) {
    for (const entry of managedServers(root)) {
      const url = child(entry, 'url');
      if (kindOfServer(entry) !== 'remote' || (url && stringOf(url) !== '')) continue;
      const transport = child(entry, 'transport');
      // Without both, only the name tells that something was meant.
      const at = url ?? transport ?? child(entry, 'name') ?? entry;
      yield { range: at.range, message: `${nameOfServer(entry)} is dropped: a remote server needs a \`url\`.` };
    }
  },
};
