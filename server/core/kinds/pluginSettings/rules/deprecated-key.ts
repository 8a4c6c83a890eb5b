import type { Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';
import { readKeys } from '../keys.ts';

/** The validator notes that these keys are deprecated. */
export const deprecatedKey: Rule = {
  id: 'pluginSettings/deprecated-key',
  severity: 'hint',
  source: ['claude-code-validator'],
  certainty: 'validator',
  impact: 'style',
  tags: ['deprecated'],
  scope: 'document',
  *check({ root }) {
    for (const key of readKeys) {
      const found = property(root, key);
      if (!found) continue;
      yield {
        range: found.keyNode.range,
        message: `\`${key}\` is deprecated in plugins, according to Claude Code. It still works; a later version may no longer read it.`,
      };
    }
  },
};
