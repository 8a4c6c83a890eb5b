import { flawsOf } from '../../../policy/entry/flaw.ts';
import { property, stringOf } from '../../../syntax/node.ts';
import type { EntryRule } from '../entryRule.ts';

export const authorityHost: EntryRule = {
  id: 'policy/authority-host',
  severity: 'error',
  source: ['desktop/configuration-changelog'],
  certainty: 'documented',
  impact: 'does-not-load',
  tags: ['deprecated'],
  *check(entry, { edit, flaws }) {
    const flaw = flawsOf(flaws, 'old-name').find(({ field }) => field === 'authorityHost');
    const host = property(entry, 'authorityHost');
    const value = host?.valueNode;
    if (!flaw || !host || !value) return;
    const clouds = cloudsAt(stringOf(value) ?? '');
    const fixes = property(entry, 'azureCloud')
      ? [{ title: 'Remove it; `azureCloud` names the cloud', edits: [edit.remove(host)], inFixAll: true }]
      : clouds.map((cloud) => ({
          title: `Change to \`azureCloud\`: ${cloud}`,
          edits: [edit.renameKey(host, 'azureCloud'), edit.replace(value, cloud)],
          inFixAll: clouds.length === 1,
        }));
    yield {
      range: host.keyNode.range,
      flaw,
      advice: 'The app does not infer the cloud.',
      ...(fixes.length > 0 && { fixes }),
    };
  },
};

/** Returns the clouds with this sign-in host. Both US government clouds share one. */
function cloudsAt(host: string): string[] {
  if (/login\.microsoftonline\.com\b/i.test(host)) return ['global'];
  return /login\.microsoftonline\.us\b/i.test(host) ? ['us-gov-high', 'us-gov-dod'] : [];
}
