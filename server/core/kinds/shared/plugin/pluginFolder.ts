import { nameOf, parentOf } from '../../../base/uri.ts';

/** The folder of manifests, and its misnamed form. */
export const manifestFolders = ['.claude-plugin', 'claude-plugin'];

/** Whether a file is in the folder of manifests, or in a misnamed one. */
export const isInManifestFolder = (uri: string): boolean => manifestFolders.includes(nameOf(parentOf(uri)));

/** Returns the URI of the plugin folder to which a manifest, an `.mcp.json` or a similar file belongs. */
export const pluginFolderOf = (uri: string): string =>
  isInManifestFolder(uri) ? parentOf(parentOf(uri)) : parentOf(uri);
