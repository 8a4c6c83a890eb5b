import type { Problem } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { type PropertyNode, property, toValue } from '../../../syntax/node.ts';
import { combinedKeys, replacedKeys } from '../components.ts';
import { listedPlugins } from '../manifests.ts';

/** How an entry is combined with plugin.json depends on `strict`. The validator does not check it. */
export const besideManifest: Rule = {
  id: 'marketplace/beside-manifest',
  severity: 'warning',
  source: ['code/marketplace-reference'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'workspace',
  *check({ document, root, workspace, edit }) {
    for (const { entry, manifest } of listedPlugins(document.uri, root, workspace)) {
      const related = [workspace.related(manifest, 'The manifest')];
      for (const key of replacedKeys) {
        const found = property(entry.node, key);
        if (found) yield { ...notRead(found), related };
      }
      const strict = property(entry.node, 'strict');
      if (!strict?.valueNode || toValue(strict.valueNode) !== false) continue;
      const named = combinedKeys.filter((key) => property(entry.node, key));
      if (named.length === 0) continue;
      yield {
        range: strict.valueNode.range,
        message: `The plugin has a \`plugin.json\`, and this entry names ${named.map((key) => `\`${key}\``).join(', ')} too: with \`"strict": false\` the plugin fails to load. Remove one of the three.`,
        related,
        fixes: [
          {
            title: 'Remove `strict`, so that the components are added to the manifest’s',
            edits: [edit.remove(strict)],
          },
        ],
      };
    }
  },
};

const notRead = ({ key, keyNode }: PropertyNode): Problem => ({
  range: keyNode.range,
  message: `The plugin has a \`plugin.json\`, so \`${key}\` is not read here. Move it into that file.`,
});
