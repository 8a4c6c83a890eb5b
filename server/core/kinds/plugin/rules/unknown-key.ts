import type { Rule } from '../../../model.ts';
import { nearest } from '../../../suggest.ts';
import { propertiesOf, property } from '../../../syntax/node.ts';
import { schema } from '../schema.ts';

const known = Object.keys(schema.properties ?? {});
/** Keys that only the directory reads, too short to guess them. */
const minor = new Set(['icon', 'bugs', 'types', '$schema']);
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
      // Slips keep the first letter; without that `events` would be taken for `agents`.
      const alike = known.filter((key) => key[0] === found.key[0]?.toLowerCase() && !minor.has(key));
      const near = nearest(found.key, alike);
      if (!near || property(root, near)) continue;
      yield {
        range: found.keyNode.range,
        message: `\`${found.key}\` is not known and is ignored. Did you mean \`${near}\`?`,
        fixes: [{ title: `Rename to \`${near}\``, edits: [edit.renameKey(found, near)], inFixAll: true }],
      };
    }
  },
};
