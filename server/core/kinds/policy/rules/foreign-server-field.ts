import type { Fix } from '../../../base/text.ts';
import { fieldsOfVariant, ownServerFields, variantOf } from '../../../policy/managedServers.ts';
import { propertiesOf, property, stringOf } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

/** Built-in and policy-only entries are strict: a field of a server of one's own drops them. Source: the app's own validator. */
export const foreignServerField: EntryRule = {
  id: 'policy/foreign-server-field',
  severity: 'error',
  *check(entry, { edit }): Generator<EntryProblem> {
    const variant = variantOf(entry);
    if (!variant || variant === 'remote' || variant === 'stdio') return;
    const known: readonly string[] = fieldsOfVariant[variant];
    const server = property(entry, 'server');
    const what = variant === 'policy-only' ? 'A `policy-only` entry' : `The built-in server \`${variant}\``;
    for (const found of propertiesOf(entry)) {
      if (known.includes(found.key) || !ownServerFields.includes(found.key)) continue;
      if (found.key === 'transport' && stringOf(found.valueNode) === 'builtin') continue;
      const fixes: Fix[] = [{ title: `Remove \`${found.key}\``, edits: [edit.remove(found)] }];
      if (server && (found.key === 'url' || found.key === 'command'))
        fixes.push({ title: 'Remove `server`: it is a server of your own', edits: [edit.remove(server)] });
      yield { range: found.keyNode.range, message: `${what} has no \`${found.key}\`.`, fate: 'dropped', fixes };
    }
  },
};
