import type { Rule } from '../../../model.ts';
import { providerOf, textOf } from '../../../policy/providers.ts';
import { setAt } from '../../../policy/readValue.ts';

const since = '2.7032.0';

/** The version is known from a third party that quotes the configuration reference. */
export const externalIdpVersion: Rule = {
  id: 'policy/external-idp-version',
  severity: 'hint',
  source: ['github/foundry-gateway'],
  certainty: 'third-party',
  impact: 'fails',
  until: { version: since },
  scope: 'document',
  *check({ root, edit, target }) {
    const kind = textOf(setAt(root, 'inferenceCredentialKind'));
    if (kind?.text !== 'external-idp') return;
    const oidc = setAt(root, 'inferenceIdpOidc');
    const isGateway = providerOf(root) === 'gateway';
    const old = isGateway ? ' They read `interactive` with `inferenceGatewayOidc`, which newer apps also read.' : '';
    yield {
      range: kind.node.range,
      message: `\`external-idp\` needs ${since}, and your minimum is ${target.minimumVersion}: older apps do not know this kind and offer no sign-in.${old}`,
      ...(isGateway &&
        oidc &&
        !setAt(root, 'inferenceGatewayOidc') && {
          fixes: [
            {
              title: 'Use the form that older apps also read',
              edits: [edit.replace(kind.node, 'interactive'), edit.renameKey(oidc, 'inferenceGatewayOidc')],
            },
          ],
        }),
    };
  },
};
