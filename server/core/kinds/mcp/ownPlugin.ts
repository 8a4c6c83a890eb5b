import { parentOf } from '../../base/uri.ts';
import type { Document, PluginRoot, WorkspaceView } from '../../model.ts';

/** The plugin whose `.mcp.json` the document is; undefined for one of a project or of a folder inside a plugin. */
export function ownPlugin({ uri }: Document, workspace: WorkspaceView): PluginRoot | undefined {
  const root = workspace.pluginOf(uri);
  return root?.uri === parentOf(uri) ? root : undefined;
}
