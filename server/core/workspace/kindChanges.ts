import { nameOf, parentOf } from '../base/uri.ts';
import type { FileTable } from './fileTable.ts';

const manifestFolders: readonly string[] = ['.claude-plugin', 'claude-plugin'];
/** Names that make a folder a plugin if its manifest folder is misnamed. */
const components: readonly string[] = ['skills', 'commands', 'agents', 'hooks', '.mcp.json'];

/**
 * Returns the folders that may have become plugins, ceased to be plugins, or have another manifest because the entry at `uri`
 * was added, removed or changed. Whether a folder is a plugin depends on a few names in it and in its manifest folder.
 */
export function foldersDecidedBy(uri: string, files: FileTable): readonly string[] {
  const name = nameOf(uri);
  const parent = parentOf(uri);
  // Any folder may be a child of an org-plugins folder.
  const own = files.file(uri)?.type === 'file' ? [] : [uri];
  if (manifestFolders.includes(nameOf(parent))) return [...own, parentOf(parent)];
  const decides =
    name === 'SKILL.md' ||
    manifestFolders.includes(name) ||
    (components.includes(name) && files.has(parent, 'claude-plugin'));
  return decides ? [...own, parent] : own;
}

/**
 * Returns the files whose kind may have changed because `changed` entries were added, removed or changed: those below a folder
 * that may have become a plugin or ceased to be one, and neighbours of Markdown files, which decide which file is the skill.
 */
export function filesToAskAgain(changed: ReadonlySet<string>, files: FileTable): ReadonlySet<string> {
  const again = new Set<string>();
  const folders = new Set<string>();
  for (const uri of changed) {
    for (const folder of foldersDecidedBy(uri, files)) folders.add(folder);
    if (!/\.md$/i.test(uri)) continue;
    const folder = parentOf(uri);
    for (const each of [folder, parentOf(folder)]) {
      for (const entry of files.list(each)) if (entry.type === 'file') again.add(entry.uri);
    }
    if (nameOf(uri) === 'SKILL.md') folders.add(folder);
  }
  for (const folder of folders) for (const uri of files.below(folder)) again.add(uri);
  return again;
}
