import type { Fix } from '../../../base/text.ts';
import { nameOf, parentOf } from '../../../base/uri.ts';
import type { Rule, WorkspaceView } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';
import { entriesOf, localSource } from '../entries.ts';

/** The file is `.claude-plugin/marketplace.json`; in another place it requires `path`, and if delivered by itself it has no folders. */
export const place: Rule = {
  id: 'marketplace/place',
  severity: 'warning',
  source: ['code/marketplace-reference'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'workspace',
  *check({ document, root, workspace }) {
    const folder = parentOf(document.uri);
    const isSlip = nameOf(folder) === 'claude-plugin' && isOnlyForManifests(workspace, folder);
    if (nameOf(folder) === '.claude-plugin') return;
    // The rule about the manifest in the same folder has the same fix.
    if (isSlip && workspace.file(`${folder}/plugin.json`) && workspace.pluginOf(folder)?.uri === parentOf(folder))
      return;
    const hasFolders = entriesOf(root).some((entry) => localSource(entry, root, folder));
    if (!isSlip && !hasFolders) return;
    const start = root?.range.start ?? 0;
    yield {
      range: property(root, 'plugins')?.keyNode.range ?? { start, end: root ? start + 1 : start },
      ...(!isSlip && { severity: 'info' as const }),
      message: isSlip
        ? 'The folder must be named `.claude-plugin`, with a dot. In `claude-plugin` the marketplace is not found.'
        : 'In a repository, this file must be `.claude-plugin/marketplace.json`; elsewhere it is found only by its full path. In a marketplace delivered by URL, folder sources do not resolve.',
      fixes: isSlip ? renameFolder(folder) : moveFile(workspace, document.uri),
    };
  },
};

const components = ['skills', 'commands', 'agents', 'hooks', '.mcp.json', '.claude-plugin'];

/** Whether a folder is not a plugin that happens to be named `claude-plugin`. */
const isOnlyForManifests = (workspace: WorkspaceView, folder: string): boolean =>
  !components.some((name) => workspace.file(`${folder}/${name}`)) &&
  !workspace.file(`${parentOf(folder)}/.claude-plugin`);

const renameFolder = (folder: string): Fix[] => [
  {
    title: 'Rename the folder to `.claude-plugin`',
    edits: [],
    files: [{ kind: 'rename', from: folder, to: `${parentOf(folder)}/.claude-plugin` }],
  },
];

function moveFile(workspace: WorkspaceView, from: string): Fix[] {
  const to = `${parentOf(from)}/.claude-plugin/marketplace.json`;
  if (nameOf(parentOf(from)) === 'claude-plugin' || workspace.file(to)) return [];
  return [{ title: 'Move to `.claude-plugin/marketplace.json`', edits: [], files: [{ kind: 'rename', from, to }] }];
}
