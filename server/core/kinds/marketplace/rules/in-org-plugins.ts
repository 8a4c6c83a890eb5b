import type { Fix } from '../../../base/text.ts';
import type { PluginRoot, Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';
import { entriesOf, isInPlace, localSource, topOf } from '../entries.ts';

/** Every folder in org-plugins is one plugin, and needs a manifest. */
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
      range: property(root, 'plugins')?.keyNode.range ?? { start, end: start + 1 },
      message: `A marketplace in an org-plugins folder is not loaded: there, every folder is one plugin, and \`${plugin.directory}\` has no manifest. ${isPluginItself ? 'Write a `plugin.json` next to this file.' : 'Put the folder of each plugin itself, or a link to it, into org-plugins.'}`,
      fixes: isPluginItself ? [writeManifest(plugin)] : [],
    };
  },
};

const writeManifest = ({ uri, directory }: PluginRoot): Fix => ({
  title: 'Write a manifest',
  edits: [],
  files: [
    {
      kind: 'create',
      uri: `${uri}/.claude-plugin/plugin.json`,
      text: `${JSON.stringify({ name: directory, version: '1.0.0', description: '' }, null, 2)}\n`,
    },
  ],
});
