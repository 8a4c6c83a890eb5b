import type { Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';
import { isInPlace } from '../entries.ts';

/** Source: https://claude.com/docs/third-party/claude-desktop/extensions (every folder in org-plugins is one plugin, and needs a manifest). */
export const inOrgPlugins: Rule = {
  id: 'marketplace/in-org-plugins',
  severity: 'error',
  scope: 'workspace',
  *check({ document, root, workspace }) {
    const plugin = workspace.pluginOf(document.uri);
    if (!plugin?.mount || plugin.manifest || !isInPlace(document.uri)) return;
    const start = root?.range.start ?? 0;
    yield {
      range: property(root, 'plugins')?.keyNode.range ?? { start, end: start + 1 },
      message: `A marketplace in an org-plugins folder is not loaded: there, every folder is one plugin, and \`${plugin.directory}\` has no manifest. Put the folder of each plugin itself, or a link to it, into org-plugins.`,
    };
  },
};
