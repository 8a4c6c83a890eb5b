import { nearest } from '../../../base/suggest.ts';
import type { Fix } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';
import { ignoredKeys, readKeys } from '../keys.ts';

/** Only two keys are read. */
export const ignoredKey: Rule = {
  id: 'pluginSettings/ignored-key',
  severity: 'info',
  source: ['code/plugins-reference'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, edit }) {
    for (const found of ignoredKeys(root)) {
      const near = nearest(found.key, readKeys);
      const meant = near !== undefined && !property(root, near) ? near : undefined;
      const fix: Fix = meant
        ? { title: `Rename to \`${meant}\``, edits: [edit.renameKey(found, meant)], inFixAll: true }
        : { title: `Remove \`${found.key}\``, edits: [edit.remove(found)] };
      yield {
        range: found.keyNode.range,
        message: meant
          ? `\`${found.key}\` is ignored here. Did you mean \`${meant}\`?`
          : `\`${found.key}\` is ignored: a plugin’s settings support only \`agent\` and \`subagentStatusLine\`. Users can set it in their own settings.`,
        fixes: [fix],
      };
    }
  },
};
