import type { Rule } from '../../../model.ts';
import { modelsOf } from '../../../policy/providers.ts';

/** Reported by one person. */
export const opusplanModel: Rule = {
  id: 'policy/opusplan-model',
  severity: 'hint',
  source: ['github/bedrock-guidance-342'],
  certainty: 'third-party',
  impact: 'fails',
  scope: 'document',
  *check({ root }) {
    for (const { name, node } of modelsOf(root)) {
      if (name !== 'opusplan') continue;
      yield {
        range: node.range,
        message:
          '`opusplan` is a mode of the Claude Code command line, not a model. Cowork is reported not to start with it since 1.6259.1.',
      };
    }
  },
};
