import type { Rule } from '../../../model.ts';
import { oauthBooleans } from '../../shared/servers/serverChecks.ts';
import { inlineServers } from '../../shared/servers/serverMap.ts';

/** Source: the validator of Claude Code, which refuses a manifest with such a server. Cowork reads `true`. */
export const oauthBoolean: Rule = {
  id: 'plugin/oauth-boolean',
  severity: 'error',
  scope: 'document',
  *check({ root, target }) {
    yield* oauthBooleans(inlineServers(root), target.hosts, () => 'does not load the plugin');
  },
};
