import type { Rule } from '../../../model.ts';
import { fetchesBootstrap, listed, showsAllKeys } from '../../../policy/providers.ts';
import { booleanAt, setAt } from '../../../policy/readValue.ts';
import { itemsOf, propertiesOf } from '../../../syntax/node.ts';

/** The keys that only affect what is sent to the collector. */
const keys = [
  'otlpProtocol',
  'otlpHeaders',
  'otlpHeadersHelper',
  'otlpAuthMode',
  'otlpResourceAttributes',
  'otlpContentCapture',
  'otlpTracesEnabled',
];

/** An empty endpoint disables the export. */
export const otlpWithoutEndpoint: Rule = {
  id: 'policy/otlp-without-endpoint',
  severity: 'warning',
  source: ['desktop/configuration'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ root }) {
    if (setAt(root, 'otlpEndpoint') || fetchesBootstrap(root) || !showsAllKeys(root)) return;
    const found = propertiesOf(root).filter(({ key, valueNode }) => {
      // A key that switches something off does not need an endpoint.
      const isOff = booleanAt(root, key) === false || (valueNode?.type === 'string' && valueNode.value === 'none');
      const isEmpty = valueNode?.type === 'array' && itemsOf(valueNode).length === 0;
      return keys.includes(key) && setAt(root, key) && !isOff && !isEmpty;
    });
    const [first, ...more] = found;
    if (!first) return;
    const also = more.length > 0 ? ` The same applies to ${listed(more.map(({ key }) => key))}.` : '';
    yield {
      range: first.keyNode.range,
      message: `Without \`otlpEndpoint\`, nothing is sent to a collector and this key has no effect.${also}`,
    };
  },
};
