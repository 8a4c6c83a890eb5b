import type { Fix } from '../../../base/text.ts';
import { flawsOf } from '../../../policy/entry/flaw.ts';
import { property } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

/** Built-in and policy-only entries are strict: a field of a custom server drops them. */
export const foreignServerField: EntryRule = {
  id: 'policy/foreign-server-field',
  severity: 'error',
  source: ['app-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  *check(entry, { edit, flaws }): Generator<EntryProblem> {
    const server = property(entry, 'server');
    for (const flaw of flawsOf(flaws, 'foreign-field')) {
      const { field } = flaw;
      const found = property(entry, field);
      if (!found) continue;
      const fixes: Fix[] = [{ title: `Remove \`${field}\``, edits: [edit.remove(found)] }];
      if (server && (field === 'url' || field === 'command'))
        fixes.push({ title: 'Remove `server`; this is your own server', edits: [edit.remove(server)] });
      yield { range: found.keyNode.range, flaw, fixes };
    }
  },
};
