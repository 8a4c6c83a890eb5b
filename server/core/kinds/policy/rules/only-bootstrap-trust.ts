import type { Rule } from '../../../model.ts';
import { knownNames } from '../../../policy/catalogue.ts';
import { appBehaviourOnly } from '../../../policy/keyFlags.ts';
import { showsAllKeys } from '../../../policy/providers.ts';
import { booleanAt, setAt } from '../../../policy/readValue.ts';
import { propertiesOf } from '../../../syntax/node.ts';

export const onlyBootstrapTrust: Rule = {
  id: 'policy/only-bootstrap-trust',
  severity: 'warning',
  source: ['desktop/bootstrap'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root }) {
    const trust = setAt(root, 'trustBootstrapDelivery');
    if (!trust || booleanAt(root, 'trustBootstrapDelivery') !== true || !showsAllKeys(root)) return;
    const others = propertiesOf(root).some(
      ({ key }) => key !== trust.key && key !== 'bootstrapEnabled' && knownNames.has(key) && !appBehaviourOnly.has(key),
    );
    if (others) return;
    yield {
      range: trust.keyNode.range,
      message:
        'This key trusts a bootstrap server, but the file does not name one. As the only key of a managed file, it makes the whole device managed, so the local file that names the server is no longer read. Set it together with `bootstrapUrl`.',
    };
  },
};
