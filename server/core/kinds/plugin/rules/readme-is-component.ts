import { join, pathIn } from '../../../base/uri.ts';
import type { FileEntry, Rule, WorkspaceView } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';

const folders = ['commands', 'agents'] as const;

/** The validator lists such a file as a component. */
export const readmeIsComponent: Rule = {
  id: 'plugin/readme-is-component',
  severity: 'warning',
  source: ['claude-code-validator'],
  certainty: 'validator',
  impact: 'works-differently',
  hosts: ['claude-code'],
  elsewhere: 'hint',
  scope: 'workspace',
  *check({ document, root, workspace }) {
    const plugin = workspace.pluginOf(document.uri);
    if (!plugin || plugin.manifest !== document.uri) return;
    for (const folder of folders) {
      // With this key, another folder is read instead.
      if (property(root, folder)) continue;
      for (const { uri } of readmes(workspace, join(plugin.uri, folder))) {
        const path = pathIn(plugin.uri, uri) ?? '';
        yield {
          range: { start: 0, end: 0 },
          message: `Every Markdown file below \`${folder}\` is ${folder === 'agents' ? 'an agent' : 'a command'}, so \`${path}\` is offered to users as one too. Move it to another folder.`,
        };
      }
    }
  },
};

function* readmes(workspace: WorkspaceView, folder: string): Generator<FileEntry> {
  for (const entry of workspace.list(folder)) {
    if (entry.type === 'directory') yield* readmes(workspace, entry.uri);
    else if (/^readme\.md$/i.test(entry.name)) yield entry;
  }
}
