import { isIn, join } from '../../../base/uri.ts';
import { componentPaths, isLeaving } from '../../../components/componentPaths.ts';
import type { Fact, FactData } from '../../../fact.ts';
import type { WorkspaceView } from '../../../model.ts';
import type { Node } from '../../../syntax/node.ts';

type Key = FactData['component-path']['key'];

const keys: readonly Key[] = ['skills', 'agents', 'commands'];

/**
 * Yields the skills, agents and commands to which a manifest or its marketplace entry leads: facts `component-path`, named by
 * URI. `plugin` is the URI of the plugin's folder.
 */
export const namedPathFacts = (manifest: Node | undefined, plugin: string): Fact[] =>
  componentPaths(manifest).flatMap(({ key: written, node, value }): Fact[] => {
    const key = keys.find((each) => each === written);
    if (key === undefined || isLeaving(value)) return [];
    const name = join(plugin, value).replace(/\/$/, '');
    return [{ type: 'component-path', name, range: node.range, data: { key, plugin } }];
  });

/** Returns the URIs that are named under `key` for the plugin in the folder `plugin`. */
export const namedPaths = (workspace: WorkspaceView, plugin: string, key: Key): string[] =>
  workspace
    .facts('component-path')
    .filter(({ fact }) => fact.data.key === key && fact.data.plugin === plugin)
    .map(({ fact }) => fact.name);

/** Whether the plugin also has components of this type outside their default folder, where their names are unknown. */
export const areElsewhere = (workspace: WorkspaceView, plugin: string, key: Key): boolean =>
  namedPaths(workspace, plugin, key).some((uri) => !isIn(`${plugin}/${key}`, uri));
