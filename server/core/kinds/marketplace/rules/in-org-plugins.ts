import type { Fix } from '../../../base/text.ts';
import type { PluginRoot, Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';
import { entriesOf, isInPlace, localSource, topOf } from '../entries.ts';

/** Every folder in org-plugins is a plugin, and needs a manifest. */
export const inOrgPlugins: Rule = {
  id: 'marketplace/in-org-plugins',
  severity: 'error',
  source: ['desktop/extensions'],
  certainty: 'documented',
  impact: 'does-not-load',
  hosts: ['desktop-3p'],
  scope: 'workspace',
  *check({ document, root, workspace }) {
    const plugin = workspace.pluginOf(document.uri);
    const top = topOf(document.uri);
    if (!isInPlace(document.uri)) return;
    if (!plugin?.mount || plugin.manifest || plugin.uri !== top) return;
    const isPluginItself = entriesOf(root).some((entry) => localSource(entry, root, top)?.folder === top);
    const start = root?.range.start ?? 0;
    yield {
      range: property(root, 'plugins')?.keyNode.range ?? { start, end: Math.min(start + 1, document.text.length) },
      message: `Marketplaces in an org-plugins folder are not loaded: each folder there is one plugin, and \`${plugin.directory}\` has no manifest. ${isPluginItself ? 'Write a `plugin.json` next to this file.' : 'Put each plugin’s folder, or a link to it, directly in org-plugins.'}`,
      fixes: isPluginItself ? [writeManifest(plugin)] : [],
    };
  },
};

const writeManifest = ({ uri, directory }: PluginRoot): Fix => ({
  title: 'Create a manifest',
  edits: [],
  files: [
    {
      kind: 'create',
      uri: `${uri}/.claude-plugin/plugin.json`,
      text: `${JSON.stringify({ name: directory, version: '1.0.0', description: '' }, null, 2)}\n`,
    },
  ],
});
