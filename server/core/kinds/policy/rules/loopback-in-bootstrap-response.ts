import type { Problem } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { isBootstrapResponse } from '../../../policy/bootstrap.ts';
import { policyKeys } from '../../../policy/catalogue.ts';
import { flawsOf } from '../../../policy/entry/flaw.ts';
import { isLoopback } from '../../../policy/entry/serverUrl.ts';
import { textOf } from '../../../policy/providers.ts';
import { propertiesOf } from '../../../syntax/node.ts';
import { entryProblems } from '../entryRule.ts';

export const loopbackInBootstrapResponse: Rule = {
  id: 'policy/loopback-in-bootstrap-response',
  severity: 'error',
  source: ['desktop/bootstrap'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check(context): Generator<Problem> {
    const { root, document } = context;
    if (!isBootstrapResponse(document, root)) return;
    for (const property of propertiesOf(root)) {
      const key = policyKeys.get(property.key);
      // `policy/url-form` reports this key, whose loopback URL is rejected from any source.
      if (!key || key.notFromBootstrap || !/url/i.test(key.type) || key.key === 'userContentRendererUrl') continue;
      const url = textOf(property);
      const host = /^\w+:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]*)/.exec(url?.text ?? '')?.[1];
      if (!url || !host || !isLoopback(host)) continue;
      yield {
        range: url.node.range,
        message: `A bootstrap response must not point to the user’s own computer: the app silently drops \`${key.key}\`.`,
        // The app's own validator accepts this one in a bootstrap response.
        ...(key.key === 'modelCatalogUrl' && { severity: 'hint' }),
      };
    }
    yield* entryProblems(context, function* (_entry, { flaws }) {
      for (const flaw of flawsOf(flaws, 'url')) {
        if (flaw.field !== 'url' || flaw.problem !== 'loopback') continue;
        yield { range: flaw.node.range, flaw, advice: 'A bootstrap response must not point there.' };
      }
    });
  },
};
