import { isIn, join } from '../../../base/uri.ts';
import type { Fact, WorkspaceView } from '../../../model.ts';
import type { Node } from '../../../syntax/node.ts';
import { componentPaths, isLeaving } from './componentPaths.ts';

type Key = 'skills' | 'agents' | 'commands';

const keys: readonly string[] = ['skills', 'agents', 'commands'] satisfies Key[];

/**
 * The skills, agents and commands to which a manifest leads, or its entry in a marketplace: `component-path`, called by the address.
 * `plugin` is the address of the plugin's folder.
 */
export const namedPathFacts = (manifest: Node | undefined, plugin: string): Fact[] =>
  componentPaths(manifest)
    .filter(({ key, value }) => keys.includes(key) && !isLeaving(value))
    .map(({ key, node, value }) => ({
      type: 'component-path',
      name: join(plugin, value).replace(/\/$/, ''),
      range: node.range,
      data: { key, plugin },
    }));

/** The addresses that are named under `key` for the plugin in the folder `plugin`. */
export const namedPaths = (workspace: WorkspaceView, plugin: string, key: Key): string[] =>
  workspace
    .facts('component-path')
    .filter(({ fact }) => fact.data?.key === key && fact.data.plugin === plugin)
    .map(({ fact }) => fact.name);

/** Whether the plugin has components of this sort outside of their default folder, too, where their names are not known. */
export const areElsewhere = (workspace: WorkspaceView, plugin: string, key: Key): boolean =>
  namedPaths(workspace, plugin, key).some((uri) => !isIn(`${plugin}/${key}`, uri));
