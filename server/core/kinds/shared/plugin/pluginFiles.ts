import { pathIn } from '../../../base/uri.ts';
import type { FileEntry, WorkspaceView } from '../../../model.ts';

/** A file or folder of a plugin; `path` is relative to the plugin's folder, or to the given one. */
export interface PluginFile {
  readonly path: string;
  readonly type: FileEntry['type'];
}

const skipped = new Set(['.claude-plugin', 'node_modules', '.git']);
/** The maximum depth for completion: deeper files are rarely needed, and a plugin may contain many. */
const deepest = 3;

/** Yields the files and folders of the plugin that contains `uri`, down to the third level; none outside of a plugin. */
export function* pluginFiles(workspace: WorkspaceView, uri: string): Generator<PluginFile> {
  const plugin = workspace.pluginOf(uri);
  if (plugin) yield* filesBelow(workspace, plugin.uri);
}

/** Yields the files and folders below `folder`, down to the third level. */
export function* filesBelow(workspace: WorkspaceView, folder: string): Generator<PluginFile> {
  for (const entry of below(workspace, folder, 1)) {
    const path = pathIn(folder, entry.uri);
    if (path !== undefined) yield { path, type: entry.type };
  }
}

function* below(workspace: WorkspaceView, folder: string, depth: number): Generator<FileEntry> {
  for (const entry of workspace.list(folder)) {
    if (skipped.has(entry.name)) continue;
    yield entry;
    if (entry.type === 'directory' && depth < deepest) yield* below(workspace, entry.uri, depth + 1);
  }
}

/** Whether a file looks executable. */
export const isScript = ({ path, type }: PluginFile): boolean =>
  type === 'file' && /(^|\/)bin\/|\.(sh|bash|zsh|js|mjs|cjs|ts|py|rb|ps1|cmd|bat|exe|pl|php)$/i.test(path);
