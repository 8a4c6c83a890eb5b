import type { Rule } from '../../../model.ts';
import {
  addAll,
  fetchesBootstrap,
  listed,
  missingOf,
  providerFacts,
  providerOf,
  showsAllKeys,
} from '../../../policy/providers.ts';
import { setAt, textAt } from '../../../policy/readValue.ts';
import { child } from '../../../syntax/node.ts';

export const providerRequirements: Rule = {
  id: 'policy/provider-requirements',
  severity: 'error',
  source: ['desktop/configuration'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    const provider = providerOf(root);
    const node = child(root, 'inferenceProvider');
    const facts = provider && providerFacts.get(provider);
    // A bootstrap server delivers these keys itself.
    if (!facts || !node || fetchesBootstrap(root) || !showsAllKeys(root)) return;
    const values: Readonly<Record<string, unknown>> = facts.required;
    const lacking = missingOf(root, Object.keys(values)).filter(
      (key) => key !== 'inferenceFoundryResource' || !setAt(root, 'inferenceFoundryBaseUrl'),
    );
    // A missing list of models by itself does not prevent the app from starting; `policy/no-models` reports it.
    const keys = lacking.length === 1 && lacking[0] === 'inferenceModels' ? [] : lacking;
    const { credentials } = facts;
    // For a selected kind of credential, `policy/credential-kind-source` reports what is missing.
    const needsCredential =
      credentials &&
      !setAt(root, 'inferenceCredentialKind') &&
      // The old name for signing in, which `policy/old-gateway-auth-scheme` reports.
      textAt(root, 'inferenceGatewayAuthScheme') !== 'sso' &&
      !credentials.oneOf.some((set) => missingOf(root, set).length === 0);
    if (keys.length === 0 && !needsCredential) return;
    const needs = [
      ...(keys.length > 0 ? [listed(keys)] : []),
      ...(needsCredential ? [`a credential: ${credentials.words}`] : []),
    ].join(', and ');
    yield {
      range: node.range,
      message: `\`${provider}\` also needs ${needs}. Until then third-party mode does not start: the app opens in standard mode and shows no error.`,
      ...(keys.length === 0 && { severity: 'warning' }),
      ...(keys.length > 0 && {
        fixes: [
          {
            title:
              keys.length > 1
                ? `Add the ${keys.length} keys, with values to fill in`
                : `Add \`${keys[0]}\`, with a value to fill in`,
            edits: addAll(edit, root, Object.fromEntries(keys.map((key) => [key, values[key]]))),
          },
        ],
      }),
    };
  },
};
