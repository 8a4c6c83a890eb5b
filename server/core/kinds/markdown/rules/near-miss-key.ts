import type { Rule } from '../../../model.ts';
import { propertiesOf } from '../../../syntax/node.ts';
import { docsOf } from '../docs.ts';
import { slipOf } from '../near.ts';

/** Keys with their own meaning that are similar to one of the app's only by chance. */
const others = new Set(['tool', 'names', 'agents', 'author', 'version', 'tags', 'path', 'model_name']);

/** Unknown keys are silently ignored. */
export const nearMissKey = (kind: 'skill' | 'agent' | 'command' | 'outputStyle', plural = `${kind}s`): Rule => ({
  id: `${kind}/near-miss-key`,
  severity: 'warning',
  source: [docsOf(kind)],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ document, root, edit }) {
    const known = document.kind.schema.properties ?? {};
    const present = new Set(propertiesOf(root).map(({ key }) => key));
    for (const property of propertiesOf(root)) {
      const { key } = property;
      if (Object.hasOwn(known, key) || others.has(key)) continue;
      const meant = slipOf(key, Object.keys(known));
      if (!meant || present.has(meant)) continue;
      yield {
        range: property.keyNode.range,
        message: `\`${key}\` is ignored: ${plural} do not have this key. Did you mean \`${meant}\`?`,
        fixes: [{ title: `Rename to \`${meant}\``, edits: [edit.renameKey(property, meant)], inFixAll: true }],
      };
    }
  },
});
