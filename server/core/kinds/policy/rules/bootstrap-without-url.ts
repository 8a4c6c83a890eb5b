import type { Rule } from '../../../model.ts';
import { listed, showsAllKeys } from '../../../policy/providers.ts';
import { setAt } from '../../../policy/readValue.ts';

export const bootstrapWithoutUrl: Rule = {
  id: 'policy/bootstrap-without-url',
  severity: 'warning',
  source: ['desktop/bootstrap'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ root }) {
    if (setAt(root, 'bootstrapUrl') || !showsAllKeys(root)) return;
    const found = ['bootstrapOidc', 'bootstrapHeaders', 'bootstrapHeadersHelper'].flatMap(
      (key) => setAt(root, key) ?? [],
    );
    const [first, ...more] = found;
    if (!first) return;
    const also = more.length > 0 ? ` The same applies to ${listed(more.map(({ key }) => key))}.` : '';
    yield {
      range: first.keyNode.range,
      message: `Without \`bootstrapUrl\`, the app fetches no configuration and this key has no effect.${also}`,
    };
  },
};
