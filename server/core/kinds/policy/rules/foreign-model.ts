import { atLeast } from '../../../base/version.ts';
import type { Rule } from '../../../model.ts';
import { modelsOf, providerOf } from '../../../policy/providers.ts';

/** Prefixes of other vendors' models, after a router's prefix such as `openai/`. */
const foreign = /^(?:[\w.-]+\/)*(gpt-\d|gemini-|deepseek-|glm-\d|kimi-|minimax-|qwen|llama-?\d|mistral-|grok-\d)/i;
const ours = /claude|anthropic|sonnet|opus|haiku/i;

/** How the app recognises such a name is not documented, so only well-known ones are reported. */
export const foreignModel: Rule = {
  id: 'policy/foreign-model',
  severity: 'warning',
  source: ['desktop/configuration-changelog'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, target }) {
    // A Foundry deployment may have any name.
    if (providerOf(root) === 'foundry') return;
    const older = atLeast(target.minimumVersion, '1.32352.0')
      ? ''
      : ` Apps before 1.32352.0 reject the whole configuration, and your minimum is ${target.minimumVersion}.`;
    for (const { name, node } of modelsOf(root)) {
      if (!foreign.test(name) || ours.test(name)) continue;
      yield {
        range: node.range,
        message: `The app accepts Claude models only and skips \`${name}\`.${older} Remove it.`,
      };
    }
  },
};
