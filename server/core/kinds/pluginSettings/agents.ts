import { isIn } from '../../base/uri.ts';
import type { Fact } from '../../fact.ts';
import type { PluginRoot, WorkspaceView } from '../../model.ts';

/** The agents of a plugin. */
export const agentsOf = (workspace: WorkspaceView, plugin: PluginRoot): Fact<'agent'>[] =>
  workspace
    .facts('agent')
    .filter(({ uri }) => isIn(plugin.uri, uri))
    .map(({ fact }) => fact);
