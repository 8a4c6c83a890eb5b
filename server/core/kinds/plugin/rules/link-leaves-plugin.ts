import { pathIn } from '../../../base/uri.ts';
import type { Rule } from '../../../model.ts';
import { linksIn, staysIn } from '../links.ts';

/** Links are followed inside a plugin, and skipped when they lead out of it. */
export const linkLeavesPlugin: Rule = {
  id: 'plugin/link-leaves-plugin',
  severity: 'warning',
  source: ['desktop/extensions'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'workspace',
  *check({ document, workspace }) {
    const plugin = workspace.pluginOf(document.uri);
    if (!plugin || plugin.manifest !== document.uri) return;
    for (const { uri, link } of linksIn(workspace, plugin.uri)) {
      if (!link || staysIn(workspace, plugin, link.target)) continue;
      const path = pathIn(plugin.uri, uri);
      yield {
        range: { start: 0, end: 0 },
        message: link.target
          ? `\`${path}\` is a symbolic link that points outside the plugin, so it is skipped. Replace it with a copy.`
          : `\`${path}\` is a broken symbolic link, so it is skipped. Correct or remove it.`,
      };
    }
  },
};
