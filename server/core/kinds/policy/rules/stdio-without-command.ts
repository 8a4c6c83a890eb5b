import type { Rule } from '../../../model.ts';
import { child, stringOf } from '../../../syntax/node.ts';
import { kindOfServer, managedServers, nameOfServer } from '../managed.ts';

/** Source: https://claude.com/docs/third-party/claude-desktop/configuration */
export const stdioWithoutCommand: Rule = {
  id: 'policy/stdio-without-command',
  severity: 'error',
  scope: 'document',
  *check({ root }) {
    for (const entry of managedServers(root)) {
      if (kindOfServer(entry) !== 'stdio') continue;
      const command = child(entry, 'command');
      if (command && stringOf(command) !== '') continue;
      const at = command ?? child(entry, 'transport') ?? child(entry, 'type') ?? entry;
      yield {
        range: at.range,
        message: `${nameOfServer(entry)} is dropped: a stdio server needs a \`command\`, an absolute path or the name of a program.`,
      };
    }
  },
};
