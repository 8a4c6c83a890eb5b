import type { Rule } from '../../../model.ts';
import { hasHelper, providerFacts, providerOf } from '../../../policy/providers.ts';
import { setAt, textAt } from '../../../policy/readValue.ts';

/** A selected kind is the only source, and a helper takes precedence over static keys. */
export const unusedCredential: Rule = {
  id: 'policy/unused-credential',
  severity: 'info',
  source: ['desktop/configuration', 'cowork/vertex'],
  certainty: 'documented',
  impact: 'no-effect',
  tags: ['unnecessary'],
  scope: 'document',
  *check({ root, edit }) {
    const provider = providerOf(root);
    const kind = textAt(root, 'inferenceCredentialKind');
    const written = setAt(root, providerFacts.get(provider ?? '')?.staticKey ?? '');
    const helper = setAt(root, 'inferenceCredentialHelper');
    if (written && kind && kind !== 'static') {
      yield {
        range: written.keyNode.range,
        message: `With \`inferenceCredentialKind\` \`${kind}\` this key is not used. Remove secrets that are not needed.`,
        fixes: [{ title: 'Remove the key', edits: [edit.remove(written)] }],
      };
    } else if (written && !kind && hasHelper(root) && provider !== 'bedrock' && provider !== 'mantle') {
      // For Bedrock, the pages contradict each other about which one takes precedence.
      yield {
        range: written.keyNode.range,
        message: 'The helper script takes precedence, so this key is not used. Remove secrets that are not needed.',
        fixes: [{ title: 'Remove the key', edits: [edit.remove(written)] }],
      };
    }
    const signIn = setAt(root, 'inferenceVertexOAuthClientId');
    if (signIn && !kind && provider === 'vertex' && setAt(root, 'inferenceVertexCredentialsFile')) {
      yield {
        range: signIn.keyNode.range,
        message: 'With `inferenceVertexCredentialsFile`, sign-in with Google is off. Remove one of the two.',
      };
    }
    if (helper && kind === 'static') {
      yield {
        range: helper.keyNode.range,
        message: 'With `inferenceCredentialKind` `static`, the app does not call a helper script.',
        fixes: [{ title: 'Remove the key', edits: [edit.remove(helper)] }],
      };
    }
  },
};
