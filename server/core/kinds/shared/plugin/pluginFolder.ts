import { nameOf, parentOf } from '../../../base/uri.ts';

/** The folder of manifests, and what it is called by mistake. */
export const manifestFolders = ['.claude-plugin', 'claude-plugin'];

/** Whether a file lies where a manifest does, or where that was meant. */
export const isInManifestFolder = (uri: string): boolean => manifestFolders.includes(nameOf(parentOf(uri)));

/** The address of the folder that is the plugin of a manifest, an `.mcp.json` and the like. */
export const pluginFolderOf = (uri: string): string =>
  isInManifestFolder(uri) ? parentOf(parentOf(uri)) : parentOf(uri);
