import { variantOf } from '../../../policy/entry/variant.ts';
import { child, propertiesOf } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

/** Fields that other programs read, and what to do here. */
const advice: Readonly<Record<string, string>> = {
  disabled: 'An entry cannot be switched off: this server runs. Take the entry out.',
  enabled: 'An entry cannot be switched on or off: this server runs.',
  cwd: 'A server starts in no folder of your choice: name folders in `args` or `env`.',
  timeout: 'For the start of a stdio server there is `startupTimeoutSec`, for calls the key `mcpToolTimeoutSec`.',
  alwaysLoad: 'Tools are loaded as the app sees fit.',
  alwaysAllow: 'Which tools run unasked says `toolPolicy`.',
  autoApprove: 'Which tools run unasked says `toolPolicy`.',
  disabledTools: 'Which tools are gone says `toolPolicy` with `blocked`.',
  enabledTools: 'Which tools are gone says `toolPolicy` with `blocked`.',
  trust: 'Which tools run unasked says `toolPolicy`.',
};

/** The app's own validator passes them over in silence; what people expect of them is our reading. */
export const serverFieldNotRead: EntryRule = {
  id: 'policy/server-field-not-read',
  severity: 'hint',
  source: ['app-validator', 'our-reading'],
  certainty: 'reading',
  impact: 'no-effect',
  *check(entry, { edit }): Generator<EntryProblem> {
    if (!variantOf(entry)) return;
    for (const found of propertiesOf(entry)) {
      const isSpare = found.key === 'type' && child(entry, 'transport') !== undefined;
      const say = isSpare ? '`transport` says it already.' : Object.hasOwn(advice, found.key) && advice[found.key];
      if (!say) continue;
      yield {
        range: found.keyNode.range,
        message: `Managed servers have no \`${found.key}\`: the app ignores it. ${say}`,
        fixes: [{ title: `Remove \`${found.key}\``, edits: [edit.remove(found)] }],
      };
    }
  },
};
