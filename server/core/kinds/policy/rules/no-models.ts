import type { Rule } from '../../../model.ts';
import { addAll, fetchesBootstrap, missingOf, providerOf, showsAllKeys } from '../../../policy/providers.ts';
import { booleanAt, setAt, textAt } from '../../../policy/readValue.ts';
import { child, itemsOf, type Node } from '../../../syntax/node.ts';

export const noModels: Rule = {
  id: 'policy/no-models',
  severity: 'error',
  source: ['desktop/foundry', 'desktop/bedrock', 'desktop/configuration'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'document',
  *check({ root, edit }) {
    const models = child(root, 'inferenceModels');
    const isEmpty = models?.type === 'array' && itemsOf(models).length === 0;
    if ((setAt(root, 'inferenceModels') && !isEmpty) || fetchesBootstrap(root) || !showsAllKeys(root)) return;
    const provider = providerOf(root);
    const reason = reasonIn(root, provider);
    const node = child(root, reason?.key ?? '');
    // If the resource is missing too, `policy/provider-requirements` reports both together.
    const isTold =
      provider === 'foundry' &&
      !models &&
      missingOf(root, ['inferenceFoundryResource', 'inferenceFoundryBaseUrl']).length === 2;
    if (!reason || !node || isTold) return;
    const example = provider === 'foundry' ? 'your-deployment' : 'your-model-id';
    yield {
      range: node.range,
      message: `${reason.why}, and \`inferenceModels\` ${models ? 'is empty' : 'is missing'}, so users have no model to choose. List the models by their full IDs.`,
      ...(!models && {
        fixes: [
          {
            title: 'Add `inferenceModels`, with values to fill in',
            edits: addAll(edit, root, { inferenceModels: [example] }),
          },
        ],
      }),
    };
  },
};

/** Returns why the app cannot discover models, and the key that causes it. */
function reasonIn(root: Node | undefined, provider: string | undefined): { key: string; why: string } | undefined {
  if (provider === 'foundry') {
    return { key: 'inferenceProvider', why: 'Foundry does not offer a model list' };
  }
  if (booleanAt(root, 'modelDiscoveryEnabled') === false) {
    return { key: 'modelDiscoveryEnabled', why: 'The app asks the provider for no models' };
  }
  if (provider === 'bedrock' && textAt(root, 'inferenceCredentialKind') === 'external-idp') {
    return { key: 'inferenceCredentialKind', why: 'With `external-idp`, Bedrock does not offer a model list' };
  }
  return undefined;
}
