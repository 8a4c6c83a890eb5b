import type { Fact } from '../../fact.ts';
import type { PluginRoot, WorkspaceView } from '../../model.ts';

/** Returns the agents of a plugin. */
export const agentsOf = (workspace: WorkspaceView, plugin: PluginRoot): Fact<'agent'>[] =>
  workspace.factsBelow('agent', plugin.uri).map(({ fact }) => fact);
