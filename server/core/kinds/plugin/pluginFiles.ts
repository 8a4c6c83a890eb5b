import type { ValueProvider, WorkspaceView } from '../../model.ts';
import { pathIn } from '../../uri.ts';

/** The keys whose values are paths, and what may stand there. */
const wanted: Readonly<Record<string, (name: string, type: 'file' | 'directory') => boolean>> = {
  skills: (_, type) => type === 'directory',
  commands: (name, type) => type === 'directory' || name.endsWith('.md'),
  agents: (name) => name.endsWith('.md'),
  workflows: (name, type) => type === 'directory' || name.endsWith('.js'),
  outputStyles: (name, type) => type === 'directory' || name.endsWith('.md'),
  hooks: (name) => name.endsWith('.json'),
  mcpServers: (name) => name.endsWith('.json'),
  lspServers: (name) => name.endsWith('.json'),
};

const skipped = new Set(['.claude-plugin', 'node_modules', '.git']);
const deepest = 3;

function* below(
  workspace: WorkspaceView,
  folder: string,
  depth: number,
): Generator<{ uri: string; name: string; type: 'file' | 'directory' }> {
  for (const entry of workspace.list(folder)) {
    if (skipped.has(entry.name)) continue;
    yield entry;
    if (entry.type === 'directory' && depth < deepest) yield* below(workspace, entry.uri, depth + 1);
  }
}

/** Completes paths of components with the files that the plugin has. */
export const pluginFiles: readonly ValueProvider[] = Object.entries(wanted).flatMap(([key, fits]) =>
  [[key], [key, '*']].map(
    (at): ValueProvider => ({
      at,
      offers: 'values',
      *items({ document, workspace }) {
        const plugin = workspace.pluginOf(document.uri);
        if (!plugin) return;
        for (const { uri, name, type } of below(workspace, plugin.uri, 1)) {
          const path = pathIn(plugin.uri, uri);
          if (path && fits(name, type)) yield { value: type === 'directory' ? `./${path}/` : `./${path}` };
        }
      },
    }),
  ),
);
