import type { Rule } from '../../../model.ts';
import {
  bedrockSso,
  fetchesBootstrap,
  hasHelper,
  listed,
  missingOf,
  providerFacts,
  providerOf,
  showsAllKeys,
  textOf,
} from '../../../policy/providers.ts';
import { setAt } from '../../../policy/readValue.ts';

export const credentialKindSource: Rule = {
  id: 'policy/credential-kind-source',
  severity: 'warning',
  source: ['desktop/configuration'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'document',
  *check({ root }) {
    const kind = textOf(setAt(root, 'inferenceCredentialKind'));
    const provider = providerOf(root);
    if (!kind || !provider || fetchesBootstrap(root) || !showsAllKeys(root)) return;
    const missing = missingFor(kind.text, provider);
    if (missing.length === 0) return;
    yield {
      range: kind.node.range,
      message: `\`${kind.text}\` needs ${listed(missing)} with \`${provider}\`. With this key set, the app does not look for any other credential.`,
    };

    function missingFor(kind: string, provider: string): string[] {
      const staticKey = providerFacts.get(provider)?.staticKey;
      if (kind === 'static') return staticKey ? missingOf(root, [staticKey]) : [];
      // Older pages say that no helper runs for Vertex.
      if (kind === 'helper-script')
        return hasHelper(root) || provider === 'vertex' ? [] : ['inferenceCredentialHelper'];
      if (kind === 'workforce' && provider === 'vertex') {
        return missingOf(root, ['inferenceVertexWorkforceAudience', 'inferenceVertexWorkforceOidc']);
      }
      if (kind === 'external-idp') {
        const hasOidc =
          setAt(root, 'inferenceIdpOidc') ?? (provider === 'gateway' && setAt(root, 'inferenceGatewayOidc'));
        return [
          ...(hasOidc ? [] : ['inferenceIdpOidc']),
          ...(provider === 'bedrock' ? missingOf(root, ['inferenceBedrockBaseUrl']) : []),
        ];
      }
      if (kind !== 'interactive') return [];
      if (provider === 'foundry') return missingOf(root, ['inferenceFoundryTenantId', 'inferenceFoundryClientId']);
      // If only some of the four keys are set, `policy/incomplete-bedrock-sign-in` reports it.
      const sso = missingOf(root, Object.keys(bedrockSso));
      return provider === 'bedrock' && sso.length === 4 && !setAt(root, 'inferenceIdpOidc') ? sso : [];
    }
  },
};
