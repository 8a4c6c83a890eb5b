import { isIn } from '../../base/uri.ts';
import type { FileEntry, PluginRoot, WorkspaceView } from '../../model.ts';

/** Yields all symbolic links below `folder`. */
export function* linksIn(workspace: WorkspaceView, folder: string): Generator<FileEntry> {
  for (const entry of workspace.list(folder)) {
    if (entry.link) yield entry;
    else if (entry.type === 'directory' && entry.name !== 'node_modules') yield* linksIn(workspace, entry.uri);
  }
}

/**
 * Whether a link's target is in the plugin. Targets are resolved paths, while the plugin's own URI may contain links; then its
 * folder's name is compared.
 */
export function staysIn(workspace: WorkspaceView, plugin: PluginRoot, target: string | null): boolean {
  if (!target) return false;
  const real = workspace.file(plugin.uri)?.link?.target ?? plugin.uri;
  return isIn(real, target) || target.includes(`/${encodeURIComponent(plugin.directory)}/`);
}
