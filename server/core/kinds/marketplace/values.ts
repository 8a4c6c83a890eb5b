import { pathIn } from '../../base/uri.ts';
import type { Document, ValueItem, ValueProvider, WorkspaceView } from '../../model.ts';
import { nodeAt, stringOf } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';
import { componentFiles, written } from '../shared/plugin/componentFiles.ts';
import { filesBelow } from '../shared/plugin/pluginFiles.ts';
import { entriesOf, localSource, pluginRootOf, topOf } from './entries.ts';
import { listedPlugins } from './manifests.ts';

/** The depth down to which plugins are searched: `./plugins/team/name`. */
const deepest = 3;
const skipped = new Set(['.claude-plugin', 'claude-plugin', 'node_modules', '.git']);
const parts = ['.claude-plugin/plugin.json', 'SKILL.md', 'skills', 'commands', 'agents'];

/** Yields the paths of folders that contain a plugin, relative to `folder`; plugins nested in a plugin are left out. */
function* pluginFolders(workspace: WorkspaceView, folder: string, depth = 1): Generator<string> {
  for (const { uri, name, type } of workspace.list(folder)) {
    if (type !== 'directory' || skipped.has(name)) continue;
    if (parts.some((part) => workspace.file(`${uri}/${part}`))) yield uri;
    else if (depth < deepest) yield* pluginFolders(workspace, uri, depth + 1);
  }
}

const source: ValueProvider = {
  at: ['plugins', '*', 'source'],
  offers: 'values',
  *items({ document, workspace }) {
    const { root } = parse(document);
    const top = topOf(document.uri);
    const below = pluginRootOf(root)?.replace(/^\.\/|\/$/g, '');
    const used = new Set(entriesOf(root).map((entry) => stringOf(entry.source)));
    if (parts.some((part) => workspace.file(`${top}/${part}`))) yield { value: './', detail: 'the marketplace itself' };
    for (const uri of pluginFolders(workspace, top)) {
      const path = pathIn(top, uri) ?? '';
      const bare = below && path.startsWith(`${below}/`) ? path.slice(below.length + 1) : undefined;
      const detail = [`./${path}`, bare].some((value) => used.has(value)) ? 'a listed plugin' : 'a plugin';
      if (bare && !bare.includes('/')) yield { value: bare, detail };
      yield { value: `./${path}`, detail };
    }
  },
};

/** Completes a value from the manifest of the current entry. */
const fromManifest = (key: 'name' | 'version'): ValueProvider => ({
  at: ['plugins', '*', key],
  offers: 'values',
  *items({ document, workspace, path }) {
    const { root } = parse(document);
    const node = nodeAt(root, path.slice(0, -1));
    for (const { entry, manifest } of listedPlugins(document.uri, root, workspace)) {
      if (entry.node !== node) continue;
      const value = key === 'name' ? manifest.fact.name : manifest.fact.data.version;
      if (typeof value === 'string' && value) yield { value, detail: 'as in `plugin.json`' };
    }
  },
});

/** Completes paths of components, relative to the folder of the current entry. Hooks cannot be a path here. */
const components: readonly ValueProvider[] = Object.entries(componentFiles)
  .filter(([key]) => key !== 'hooks')
  .flatMap(([key, fits]) =>
    [
      ['plugins', '*', key],
      ['plugins', '*', key, '*'],
    ].map(
      (at): ValueProvider => ({
        at,
        offers: 'values',
        *items({ document, workspace, path }) {
          const { root } = parse(document);
          // Below a name, as in inline hooks, there are no paths.
          if (typeof path[3] === 'string') return;
          const entry = entriesOf(root).find(({ node }) => node === nodeAt(root, path.slice(0, 2)));
          const folder = entry && localSource(entry, root, topOf(document.uri))?.folder;
          for (const file of folder ? filesBelow(workspace, folder) : [])
            if (fits(file)) yield { value: written(file) };
        },
      }),
    ),
  );

function* names(document: Document): Generator<ValueItem> {
  for (const { name } of entriesOf(parse(document).root)) if (name) yield { value: name };
}

const listed = (at: readonly string[]): ValueProvider => ({
  at,
  offers: 'values',
  items: ({ document }) => names(document),
});

const pluginRoot: ValueProvider = {
  at: ['metadata', 'pluginRoot'],
  offers: 'values',
  *items({ document, workspace }) {
    for (const { name, type } of workspace.list(topOf(document.uri)))
      if (type === 'directory' && !skipped.has(name)) yield { value: `./${name}` };
  },
};

/**
 * Completes sources with the folders of plugins, names and versions with those of the manifest, and references to plugins with
 * the listed ones.
 */
export const values: readonly ValueProvider[] = [
  source,
  fromManifest('name'),
  fromManifest('version'),
  ...components,
  listed(['renames', '*']),
  listed(['plugins', '*', 'dependencies', '*']),
  pluginRoot,
];
