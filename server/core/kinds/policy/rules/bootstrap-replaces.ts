import type { Rule } from '../../../model.ts';
import { isBootstrapResponse } from '../../../policy/bootstrap.ts';
import { policyKeys } from '../../../policy/catalogue.ts';
import { fetchesBootstrap, listed } from '../../../policy/providers.ts';
import { setAt } from '../../../policy/readValue.ts';
import { propertiesOf } from '../../../syntax/node.ts';

/** Only marketplaces remain if the response omits them. */
export const bootstrapReplaces: Rule = {
  id: 'policy/bootstrap-replaces',
  severity: 'info',
  source: ['desktop/bootstrap'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, document }) {
    const url = setAt(root, 'bootstrapUrl');
    // In the response of a bootstrap server, the key itself is dropped.
    if (!url || !fetchesBootstrap(root) || isBootstrapResponse(document, root)) return;
    const replaced = propertiesOf(root).filter(({ key }) => {
      const known = policyKeys.get(key);
      return known && !known.notFromBootstrap && !known.appBehaviourOnly && key !== 'allowedPluginMarketplaces';
    });
    if (replaced.length === 0) return;
    const named = replaced.slice(0, 3).map(({ key }) => key);
    const more = replaced.length > 3 ? ` and ${replaced.length - 3} more keys` : '';
    yield {
      range: url.keyNode.range,
      message: `The bootstrap response replaces the whole policy: a key that it omits counts as unset even if it is set here, as ${more ? named.map((key) => `\`${key}\``).join(', ') : listed(named)}${more} ${replaced.length > 1 ? 'do' : 'does'}. Make the server return every key.`,
    };
  },
};
