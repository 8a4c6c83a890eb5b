import { pathIn } from '../../../base/uri.ts';
import type { Rule } from '../../../model.ts';
import { linksIn, staysIn } from '../links.ts';

/** Components and their folders; other files may be links. */
const component =
  /^(SKILL\.md|\.mcp\.json|skills(\/[^/]+(\/SKILL\.md)?)?|hooks(\/hooks\.json)?|(commands|agents)(\/.+)?)$/;

/** The validator does not read linked components. Cowork follows links inside a plugin. */
export const linkedComponent: Rule = {
  id: 'plugin/linked-component',
  severity: 'warning',
  source: ['claude-code-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  hosts: ['claude-code'],
  scope: 'workspace',
  *check({ document, workspace }) {
    const plugin = workspace.pluginOf(document.uri);
    if (!plugin || plugin.manifest !== document.uri) return;
    for (const { uri, link } of linksIn(workspace, plugin.uri)) {
      const path = pathIn(plugin.uri, uri) ?? '';
      // A link that leaves the plugin is reported by `plugin/link-leaves-plugin`.
      if (!link || !component.test(path) || !staysIn(workspace, plugin, link.target)) continue;
      yield {
        range: { start: 0, end: 0 },
        message: `\`${path}\` is a symbolic link, and Claude Code does not follow links to components. Replace it with the file.`,
      };
    }
  },
};
