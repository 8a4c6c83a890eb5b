import type { Rule } from '../../../model.ts';
import { nearest } from '../../../suggest.ts';
import { propertiesOf, property } from '../../../syntax/node.ts';
import { schema } from '../schema.ts';

const known = Object.keys(schema.properties ?? {});
/** Keys of packages, extensions and marketplaces that stand in many manifests and do no harm. */
const harmless = new Set(
  'bin main scripts type private contributors files publisher categories activationEvents tools prompts resources compatibility logo readme changelog _comment tags category strict source id relevance headersHelper capabilities'.split(
    ' ',
  ),
);

/** Source: https://code.claude.com/docs/en/plugins-reference (unknown keys are ignored); the validator asks "did you mean" in the same way. */
export const unknownKey: Rule = {
  id: 'plugin/unknown-key',
  severity: 'warning',
  scope: 'document',
  *check({ root, edit }) {
    for (const found of propertiesOf(root)) {
      if (known.includes(found.key) || harmless.has(found.key)) continue;
      const near = nearest(found.key, known);
      if (!near || property(root, near)) continue;
      yield {
        range: found.keyNode.range,
        message: `\`${found.key}\` is not known and is ignored. Did you mean \`${near}\`?`,
        fixes: [{ title: `Rename to \`${near}\``, edits: [edit.renameKey(found, near)], inFixAll: true }],
      };
    }
  },
};
