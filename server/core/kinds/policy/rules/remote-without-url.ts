import type { Fix } from '../../../base/text.ts';
import { flawsOf } from '../../../policy/entry/flaw.ts';
import { fieldsOfVariant } from '../../../policy/entry/variant.ts';
import { slipOf } from '../../../policy/managedServers.ts';
import { child, property, stringOf } from '../../../syntax/node.ts';
import type { EntryRule } from '../entryRule.ts';

export const remoteWithoutUrl: EntryRule = {
  id: 'policy/remote-without-url',
  severity: 'error',
  source: ['desktop/extensions'],
  certainty: 'documented',
  impact: 'does-not-load',
  *check(entry, { edit, flaws }) {
    const flaw = flawsOf(flaws, 'missing-field').find(({ field }) => field === 'url');
    if (!flaw) return;
    const url = child(entry, 'url');
    const slip = slipOf(entry, 'url', fieldsOfVariant.remote);
    if (slip) {
      yield {
        range: slip.keyNode.range,
        flaw,
        advice: `\`${slip.key}\` is not read.`,
        fixes: [{ title: 'Rename to `url`', edits: [edit.renameKey(slip, 'url')], inFixAll: true }],
      };
      return;
    }
    const transport = child(entry, 'transport');
    const name = child(entry, 'name');
    // Without a URL and a transport, possibly only a tool policy is intended.
    const isPolicy = child(entry, 'toolPolicy') && !transport && !property(entry, 'type');
    const fixes: Fix[] = [];
    if (isPolicy) {
      const title = 'Add `transport: policy-only`, for the plugin server of this name';
      fixes.push({ title, edits: [edit.add(entry, 'transport', 'policy-only')] });
    }
    if (transport && stringOf(child(entry, 'command')))
      fixes.push({ title: 'Change to `stdio`, because it has a `command`', edits: [edit.replace(transport, 'stdio')] });
    yield {
      // Without both, only the name shows that a server was intended; the schema reports an invalid one there.
      range: (url ?? transport ?? (stringOf(name) ? name : undefined) ?? entry).range,
      flaw,
      ...(fixes.length > 0 && { fixes }),
    };
  },
};
