import { join } from '../../../base/uri.ts';
import type { FileEntry, Rule, WorkspaceView } from '../../../model.ts';

/**
 * Reports an org plugin that has neither a manifest nor a `SKILL.md` in its root, once, at the first of its components. Such a
 * plugin is neither loaded nor shown.
 */
export const pluginWithoutManifest = (kind: string): Rule => ({
  id: `${kind}/plugin-without-manifest`,
  isAboutFile: true,
  severity: 'error',
  source: ['desktop/extensions'],
  certainty: 'documented',
  impact: 'does-not-load',
  hosts: ['desktop-3p'],
  scope: 'workspace',
  *check({ document, workspace }) {
    const plugin = workspace.pluginOf(document.uri);
    if (!plugin?.mount || plugin.manifest) return;
    // If only one file in it is open, the folder may contain more.
    if (workspace.file(plugin.uri)?.isImplied && workspace.list(plugin.uri).length < 2) return;
    // Other rules report a misplaced manifest and the repository of a marketplace.
    const misplaced = ['plugin.json', 'claude-plugin/plugin.json', '.claude-plugin/marketplace.json'].some((path) =>
      workspace.file(join(plugin.uri, path)),
    );
    if (misplaced || firstComponent(workspace, plugin.uri)?.uri !== document.uri) return;
    const text = `${JSON.stringify({ name: plugin.directory, version: '1.0.0' }, null, 2)}\n`;
    yield {
      range: { start: 0, end: 0 },
      message: `The plugin \`${plugin.directory}\` has no \`.claude-plugin/plugin.json\`, so Cowork neither loads nor shows it.`,
      fixes: [
        {
          title: 'Create a manifest',
          edits: [],
          files: [{ kind: 'create', uri: `${plugin.uri}/.claude-plugin/plugin.json`, text }],
        },
      ],
    };
  },
});

/** Returns the first file that is certainly a component of the plugin. */
function firstComponent(workspace: WorkspaceView, root: string): FileEntry | undefined {
  for (const path of ['.mcp.json', 'hooks/hooks.json']) {
    const found = workspace.file(join(root, path));
    if (found) return found;
  }
  for (const { uri } of workspace.list(join(root, 'skills'))) {
    const found = workspace.file(join(uri, 'SKILL.md'));
    if (found) return found;
  }
  return ['commands', 'agents'].flatMap((folder) => firstText(workspace, join(root, folder)) ?? [])[0];
}

function firstText(workspace: WorkspaceView, folder: string): FileEntry | undefined {
  for (const entry of workspace.list(folder)) {
    const isText = entry.type === 'file' && entry.name.endsWith('.md') && !/^readme\.md$/i.test(entry.name);
    const found = entry.type === 'directory' ? firstText(workspace, entry.uri) : isText ? entry : undefined;
    if (found) return found;
  }
  return undefined;
}
