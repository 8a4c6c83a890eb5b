import { nearest } from '../../../base/suggest.ts';
import type { Fix, Problem } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { variantOf } from '../../../policy/entry/variant.ts';
import { managedServers, orgEntries } from '../../../policy/managedServers.ts';
import { pluginServers } from '../../../policy/pluginServers.ts';
import { child, stringOf } from '../../../syntax/node.ts';

/** A lock without effect. Checked only if plugins to which the policy applies are in the workspace. */
export const orgPluginSettingsUnknownServer: Rule = {
  id: 'policy/org-plugin-settings-unknown-server',
  severity: 'warning',
  source: ['desktop/configuration'],
  certainty: 'documented',
  impact: 'restriction-lost',
  scope: 'workspace',
  *check({ root, edit, document, workspace }): Generator<Problem> {
    const entries = orgEntries(root);
    if (entries.length === 0) return;
    const servers = pluginServers(document.uri, workspace);
    if (servers.size === 0) return;
    // Names of managed servers are reported by `policy/org-plugin-settings-managed`.
    const ownServers = managedServers(root).filter((entry) => variantOf(entry) !== 'policy-only');
    const managed = new Set(ownServers.map((entry) => stringOf(child(entry, 'name'))));
    for (const entry of entries) {
      const name = child(entry, 'serverName');
      if (name?.type !== 'string' || name.value === '' || name.value === '*' || servers.has(String(name.value)))
        continue;
      if (managed.has(String(name.value))) continue;
      const meant = nearest(String(name.value), servers.keys());
      const fixes: Fix[] = meant ? [{ title: `Change to \`${meant}\``, edits: [edit.replace(name, meant)] }] : [];
      yield {
        range: name.range,
        message: `No plugin here has a server \`${name.value}\`, so these rules lock nothing.${meant ? ` Did you mean \`${meant}\`?` : ''}`,
        ...(meant && { fixes }),
      };
    }
  },
};
