import type { FileEntry, PluginRoot, Rule, WorkspaceView } from '../../../model.ts';
import { isIn, pathIn } from '../../../uri.ts';

/** Source: https://claude.com/docs/third-party/claude-desktop/extensions (links are followed inside a plugin, and skipped when they lead out of it). */
export const linkLeavesPlugin: Rule = {
  id: 'plugin/link-leaves-plugin',
  severity: 'warning',
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
          ? `\`${path}\` is a link that leads out of the plugin, so it is skipped. Put a copy in its place.`
          : `\`${path}\` is a link that leads nowhere, so it is skipped. Correct or remove it.`,
      };
    }
  },
};

function* linksIn(workspace: WorkspaceView, folder: string): Generator<FileEntry> {
  for (const entry of workspace.list(folder)) {
    if (entry.link) yield entry;
    else if (entry.type === 'directory' && entry.name !== 'node_modules') yield* linksIn(workspace, entry.uri);
  }
}

/** Targets are told without links; the plugin's own address may have some, and then its folder's name must do. */
function staysIn(workspace: WorkspaceView, plugin: PluginRoot, target: string | null): boolean {
  if (!target) return false;
  const real = workspace.file(plugin.uri)?.link?.target ?? plugin.uri;
  return isIn(real, target) || target.includes(`/${encodeURIComponent(plugin.directory)}/`);
}
