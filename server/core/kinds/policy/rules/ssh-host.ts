import type { Problem } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { isPlaceholder } from '../../../policy/readValue.ts';
import { child, itemsOf, stringOf } from '../../../syntax/node.ts';

/** The app accepts any string as a host; its validator rejects an empty one. */
export const sshHost: Rule = {
  id: 'policy/ssh-host',
  severity: 'hint',
  source: ['app-validator', 'our-reading'],
  certainty: 'validator',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }): Generator<Problem> {
    for (const item of itemsOf(child(root, 'sshHostAllowlist'))) {
      const entry = stringOf(item);
      if (entry === '') {
        const message = 'An empty entry makes the whole list unreadable. Name a host, or remove the entry.';
        yield { range: item.range, message, severity: 'error' };
      }
      if (!entry || isPlaceholder(entry) || !/:\/\/|@|\/|\s|^[^:]+:\d+$/.test(entry)) continue;
      const meant = entry
        .trim()
        .replace(/^ssh:\/\//i, '')
        .replace(/^[^@/]*@/, '')
        .replace(/\/.*$/s, '')
        .replace(/^([^:]+):\d+$/, '$1');
      const isHost = /^[\w.*:-]+$/.test(meant) && !/^[\d.]+\/\d+$/.test(entry);
      yield {
        range: item.range,
        message:
          'Only a host is allowed here, without user name, port or path. The app does not report this, and the entry may match nothing.',
        ...(isHost && { fixes: [{ title: `Change to \`${meant}\``, edits: [edit.replace(item, meant)] }] }),
      };
    }
  },
};
