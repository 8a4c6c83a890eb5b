import type { Rule, WorkspaceView } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';
import { componentKeys } from '../components.ts';
import { entriesOf, localSource, topOf } from '../entries.ts';

/** What makes a folder a plugin: a manifest, or components in their default places. */
const parts = new Set(
  '.claude-plugin claude-plugin SKILL.md skills commands agents hooks .mcp.json .lsp.json monitors output-styles themes workflows bin settings.json'.split(
    ' ',
  ),
);

/**
 * That a source is a folder is documented. That a plugin with nothing to load in its folder and in its entry is a mistake is
 * our reading, so this is a hint.
 */
export const sourceWithoutPlugin: Rule = {
  id: 'marketplace/source-without-plugin',
  severity: 'warning',
  source: ['code/marketplace-reference', 'our-reading'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'workspace',
  *check({ document, root, workspace }) {
    for (const entry of entriesOf(root)) {
      const source = localSource(entry, root, topOf(document.uri));
      if (!source || componentKeys.some((key) => property(entry.node, key))) continue;
      if (workspace.file(source.folder)?.type === 'file')
        yield {
          range: source.node.range,
          message: 'This is a file. A source must be the folder of a plugin; this plugin cannot be installed.',
        };
      else if (isEmptyPlugin(workspace, source.folder))
        yield {
          range: source.node.range,
          severity: 'hint',
          message:
            'This folder has no `.claude-plugin/plugin.json` and no skills, commands, agents, hooks or servers in their default folders, so the plugin is empty.',
        };
    }
  },
};

/** Whether a folder has no entries, so it may be filled later: a submodule, or one that was not read. */
function isEmptyPlugin(workspace: WorkspaceView, folder: string): boolean {
  const names = workspace.list(folder);
  return names.length > 0 && !workspace.file(folder)?.link && !names.some(({ name }) => parts.has(name));
}
