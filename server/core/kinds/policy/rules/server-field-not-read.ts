import { variantOf } from '../../../policy/entry/variant.ts';
import { child, propertiesOf } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

/** Fields that other programs read, and what to do instead. */
const advice: Readonly<Record<string, string>> = {
  disabled: 'An entry cannot be disabled, so this server runs. Remove the entry instead.',
  enabled: 'An entry cannot be enabled or disabled; this server always runs.',
  cwd: 'The working folder cannot be set. Pass folders in `args` or `env`.',
  timeout: 'Use `startupTimeoutSec` for the start of a stdio server, and the key `mcpToolTimeoutSec` for calls.',
  alwaysLoad: 'The app decides when tools are loaded.',
  alwaysAllow: 'Use `toolPolicy` to allow tools to run without a prompt.',
  autoApprove: 'Use `toolPolicy` to allow tools to run without a prompt.',
  disabledTools: 'Use `toolPolicy` with `blocked` to disable tools.',
  enabledTools: 'Use `toolPolicy` with `blocked` to disable tools.',
  trust: 'Use `toolPolicy` to allow tools to run without a prompt.',
};

/** The app's own validator ignores them silently; what users expect from them is our reading. */
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
      const say = isSpare ? '`transport` already says it.' : Object.hasOwn(advice, found.key) && advice[found.key];
      if (!say) continue;
      yield {
        range: found.keyNode.range,
        message: `Managed servers have no key \`${found.key}\`, so the app ignores it. ${say}`,
        fixes: [{ title: `Remove \`${found.key}\``, edits: [edit.remove(found)] }],
      };
    }
  },
};
