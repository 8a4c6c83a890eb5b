import { escapeMarkdown } from '../base/markdown.ts';
import { touches } from '../base/text.ts';
import type { Document, PluginRoot, Target, WorkspaceView } from '../model.ts';
import type { PluginSurfaces } from '../surfaces/model.ts';
import { surfacesOf } from '../surfaces/surfaces.ts';
import { certainties } from '../vocabulary/certainties.ts';
import { surfaceStates } from '../vocabulary/surfaceTable.ts';

/** Returns where the plugin works whose name is at `offset`, in its manifest or in a marketplace entry. */
export function surfacesAt(
  document: Document,
  offset: number,
  { workspace, target }: { readonly workspace: WorkspaceView; readonly target: Target },
): string | undefined {
  const root = pluginNamedAt(document, offset, workspace);
  return root && surfacesCard(surfacesOf(workspace, root, target));
}

function pluginNamedAt(document: Document, offset: number, workspace: WorkspaceView): PluginRoot | undefined {
  for (const { type, range, data } of document.kind.facts?.(document) ?? []) {
    if (!touches(range, offset)) continue;
    if (type === 'plugin-manifest') return workspace.pluginOf(document.uri);
    const folder = type === 'marketplace-plugin' ? data.folder : null;
    if (folder !== null && workspace.pluginOf(folder)?.uri === folder) return workspace.pluginOf(folder);
  }
  return undefined;
}

/** Returns one line per surface: the state of all parts together, and a sentence unless everything works. */
export function surfacesCard({ name, surfaces, groups }: PluginSurfaces): string | undefined {
  if (groups.length === 0) return undefined;
  const lines = surfaces.map(({ name: surface, state, certainty, summary }) => {
    const doubt = state === 'unknown' ? null : certainties[certainty].doubt;
    const word = `${surfaceStates[state].sign} ${surfaceStates[state].label}`;
    const detail = state === 'partly' ? `: ${escapeMarkdown(summary.replace(/\.$/, ''))}` : '';
    return `| ${surface} | ${word}${detail}${doubt ? ` *(${doubt})*` : ''} |`;
  });
  return [`**${escapeMarkdown(name)}**: where it works`, ['| | |', '|---|---|', ...lines].join('\n')].join('\n\n');
}
