import { contains } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { inlineServers } from '../../shared/servers/serverMap.ts';

/** Source: the validator of Claude Code, which refuses a manifest with such a server. Cowork is not known to read these keys. */
export const refusedValue: Rule = {
  id: 'plugin/refused-value',
  severity: 'error',
  scope: 'document',
  *check({ root, target, schemaProblems }) {
    if (!target.hosts.includes('claude-code')) return;
    const servers = inlineServers(root);
    for (const { range, message, severity } of schemaProblems()) {
      const isOfServer = servers.some(({ entry }) => contains(entry.range, range));
      if (severity === 'warning' && isOfServer) yield { range, message: `${message} The plugin does not load.` };
    }
  },
};
