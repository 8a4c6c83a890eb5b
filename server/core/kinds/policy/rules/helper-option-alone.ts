import type { Rule } from '../../../model.ts';
import { fetchesBootstrap, hasHelper, showsAllKeys } from '../../../policy/providers.ts';
import { setAt } from '../../../policy/readValue.ts';

const options = [
  'inferenceCredentialHelperArgs',
  'inferenceCredentialHelperTtlSec',
  'inferenceCredentialHelperTimeoutSec',
  'inferenceCredentialHelperSilentRefreshEnabled',
];

export const helperOptionAlone: Rule = {
  id: 'policy/helper-option-alone',
  severity: 'info',
  source: ['desktop/configuration'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, edit }) {
    if (hasHelper(root) || fetchesBootstrap(root) || !showsAllKeys(root)) return;
    for (const key of options) {
      const option = setAt(root, key);
      if (!option) continue;
      yield {
        range: option.keyNode.range,
        message: 'This option is for a helper script, but `inferenceCredentialHelper` is not set, so it has no effect.',
        fixes: [{ title: 'Remove the key', edits: [edit.remove(option)] }],
      };
    }
  },
};
