import { parentOf } from '../../base/uri.ts';
import type { Document, PluginRoot, WorkspaceView } from '../../model.ts';

/** Returns the plugin whose servers the document contains; undefined for an `.mcp.json` of a project or of a folder inside a plugin. */
export function ownPlugin({ uri, inline }: Document, workspace: WorkspaceView): PluginRoot | undefined {
  const root = workspace.pluginOf(uri);
  return inline || root?.uri === parentOf(uri) ? root : undefined;
}
