import type { Rule } from '../../../model.ts';
import { child, itemsOf, property } from '../../../syntax/node.ts';
import type { TextRange } from '../../../text.ts';
import { addAll, fetchesBootstrap, missingOf, providerOf, showsAllKeys } from '../providers.ts';
import { booleanAt, setAt, textAt } from '../read.ts';

/** Sources: https://claude.com/docs/third-party/claude-desktop/foundry, …/configuration, …/bedrock */
export const noModels: Rule = {
  id: 'policy/no-models',
  severity: 'error',
  scope: 'document',
  *check({ root, edit }) {
    const models = child(root, 'inferenceModels');
    const isEmpty = models?.type === 'array' && itemsOf(models).length === 0;
    if ((setAt(root, 'inferenceModels') && !isEmpty) || fetchesBootstrap(root) || !showsAllKeys(root)) return;
    const provider = providerOf(root);
    const found = reason(provider);
    if (!found) return;
    yield {
      range: found.range,
      message: `${found.why}, and \`inferenceModels\` ${models ? 'is empty' : 'is missing'}: users find no model to choose. List the models by their full names.`,
      ...(!models && {
        fixes: [
          {
            title: 'Add `inferenceModels`, to be filled in',
            edits: addAll(edit, root, {
              inferenceModels: [provider === 'foundry' ? 'your-deployment' : 'your-model-id'],
            }),
          },
        ],
      }),
    };

    function reason(provider: string | undefined): { range: TextRange; why: string } | undefined {
      const named = child(root, 'inferenceProvider');
      if (provider === 'foundry' && named) {
        // With no resource either, `policy/provider-requirements` names both.
        const told = missingOf(root, ['inferenceFoundryResource', 'inferenceFoundryBaseUrl']).length === 2;
        return told && !models ? undefined : { range: named.range, why: 'Foundry has no list of models to ask for' };
      }
      const discovery = property(root, 'modelDiscoveryEnabled');
      if (discovery?.valueNode && booleanAt(root, 'modelDiscoveryEnabled') === false) {
        return { range: discovery.valueNode.range, why: 'The app asks the provider for no models' };
      }
      const kind = child(root, 'inferenceCredentialKind');
      if (kind && provider === 'bedrock' && textAt(root, 'inferenceCredentialKind') === 'external-idp') {
        return { range: kind.range, why: 'With `external-idp` Bedrock gives no list of models' };
      }
      return undefined;
    }
  },
};
