import { join, nameOf, parentOf } from '../../../base/uri.ts';
import type { FileEntry, Rule } from '../../../model.ts';

const components = ['skills', 'commands', 'agents', 'hooks', 'workflows', 'output-styles', '.mcp.json', '.lsp.json'];

/** Only `plugin.json` belongs in `.claude-plugin`. */
export const componentInManifestFolder: Rule = {
  id: 'plugin/component-in-manifest-folder',
  severity: 'warning',
  source: ['code/plugins-reference'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'workspace',
  *check({ document, workspace }) {
    const folder = parentOf(document.uri);
    if (nameOf(folder) !== '.claude-plugin') return;
    const top = parentOf(folder);
    for (const { name, uri } of workspace.list(folder).filter(isComponent)) {
      const to = join(top, name);
      const files = [{ kind: 'rename' as const, from: uri, to }];
      yield {
        range: { start: 0, end: 0 },
        message: `\`${name}\` is in \`.claude-plugin\`, where only the manifest is read, so it is ignored. Move it to the plugin’s root.`,
        fixes: workspace.file(to) ? [] : [{ title: `Move \`${name}\` to the plugin’s root`, edits: [], files }],
      };
    }
  },
};

const isComponent = ({ name, type }: FileEntry): boolean =>
  components.includes(name) && (type === 'directory' || name.endsWith('.json'));
