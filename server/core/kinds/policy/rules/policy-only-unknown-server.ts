import { nearest } from '../../../base/suggest.ts';
import type { Problem } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { variantOf } from '../../../policy/entry/variant.ts';
import { managedServers } from '../../../policy/managedServers.ts';
import { pluginServers } from '../../../policy/pluginServers.ts';
import { child, stringOf } from '../../../syntax/node.ts';

/**
 * A tool policy for a server that does not exist. Checked only if plugins to which the policy applies are in the workspace. The
 * validator accepts the form; its purpose is known from third-party reports.
 */
export const policyOnlyUnknownServer: Rule = {
  id: 'policy/policy-only-unknown-server',
  severity: 'hint',
  source: ['app-validator', 'third-party'],
  certainty: 'third-party',
  impact: 'no-effect',
  scope: 'workspace',
  *check({ root, edit, document, workspace }): Generator<Problem> {
    const entries = managedServers(root).filter((entry) => variantOf(entry) === 'policy-only');
    if (entries.length === 0) return;
    const servers = pluginServers(document.uri, workspace);
    if (servers.size === 0) return;
    for (const entry of entries) {
      const name = child(entry, 'name');
      const text = stringOf(name);
      if (!name || !text || servers.has(text)) continue;
      const meant = nearest(text, servers.keys());
      yield {
        range: name.range,
        message: `No plugin here has a server \`${text}\`, so this tool policy has no effect.${meant ? ` Did you mean \`${meant}\`?` : ''}`,
        ...(meant && { fixes: [{ title: `Change to \`${meant}\``, edits: [edit.replace(name, meant)] }] }),
      };
    }
  },
};
