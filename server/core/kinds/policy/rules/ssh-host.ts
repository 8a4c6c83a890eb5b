import type { Rule } from '../../../model.ts';
import { child, itemsOf, stringOf } from '../../../syntax/node.ts';
import { isPlaceholder } from '../read.ts';

/** Our reading: the app takes any text for a host and says nothing. */
export const sshHost: Rule = {
  id: 'policy/ssh-host',
  severity: 'hint',
  scope: 'document',
  *check({ root, edit }) {
    for (const item of itemsOf(child(root, 'sshHostAllowlist'))) {
      const entry = stringOf(item) ?? '';
      if (isPlaceholder(entry) || !/:\/\/|@|\/|\s/.test(entry)) continue;
      const meant = entry
        .trim()
        .replace(/^ssh:\/\//i, '')
        .replace(/^[^@/]*@/, '')
        .replace(/\/.*$/, '');
      const isHost = /^[\w.*:-]+$/.test(meant) && !/^[\d.]+\/\d+$/.test(entry);
      yield {
        range: item.range,
        message:
          'This looks like an address, and a host is asked for. The app says nothing of it, and it may match none.',
        ...(isHost && { fixes: [{ title: `Change to \`${meant}\``, edits: [edit.replace(item, meant)] }] }),
      };
    }
  },
};
