import { nameOf, parentOf } from '../../core/index.ts';
import type { TreeRow } from '../../protocol.ts';
import {
  contentsByPlugin,
  type PluginContents,
  problemsIn,
  type TreeContext,
  type TreeInput,
  treeContext,
} from './context.ts';
import { archiveRows, pluginRow } from './pluginRow.ts';

/** Returns the tree of org plugins: org-plugins folders first, then marketplaces, then other plugins. */
export function treeRows(input: TreeInput): TreeRow[] {
  const context = treeContext(input);
  const { workspace } = context;
  const byPlugin = contentsByPlugin(context);
  const plugins = [...byPlugin.values()].filter(({ root }) => !workspace.roots.pluginOf(parentOf(root.uri)));
  const mounts = workspace.roots.mounts().map((uri) => mountRow(context, uri, byPlugin));
  const marketplaces = new Map<string, TreeRow[]>();
  const lone: TreeRow[] = [];
  for (const contents of plugins.filter(({ root }) => root.mount === undefined)) {
    const marketplace = marketplaceOf(context, contents.root.uri);
    if (marketplace === undefined) lone.push(pluginRow(context, contents));
    else marketplaces.set(marketplace, [...(marketplaces.get(marketplace) ?? []), pluginRow(context, contents)]);
  }
  return [...mounts, ...[...marketplaces].map(([uri, rows]) => marketplaceRow(context, uri, rows)), ...lone];
}

function mountRow(context: TreeContext, uri: string, byPlugin: ReadonlyMap<string, PluginContents>): TreeRow {
  const plugins = [...byPlugin.values()].filter(({ root }) => root.mount === uri);
  const children = [...plugins.map((plugin) => pluginRow(context, plugin)), ...archiveRows(context, uri)];
  const ignored = children.filter((row) => row.context === 'ignored-plugin').length;
  const count = children.length - ignored;
  const counted = `${count} ${count === 1 ? 'plugin' : 'plugins'}${ignored > 0 ? `, ${ignored} ignored` : ''}`;
  const isWrong = /\/ProgramData\/Claude\/org-plugins$/i.test(uri);
  const description = isWrong ? 'never read: wrong place' : [platformOf(uri), counted].filter(Boolean).join(' · ');
  return {
    id: `mount:${uri}`,
    label: isWrong ? 'ProgramData\\Claude\\org-plugins' : nameOf(uri),
    description,
    tooltip: `Org-plugins folder ${nameOf(uri)}\n${description}`,
    icon: isWrong ? 'warning' : 'device-desktop',
    resource: uri,
    context: isWrong ? 'wrong-mount' : 'mount',
    children,
    ...problemsIn(context, uri),
  };
}

/** Returns the platform on which the app reads this folder. */
function platformOf(mount: string): string | undefined {
  if (/\/Library\/Application%20Support\/Claude\/org-plugins$/.test(mount)) return 'macOS mount';
  return /\/Program%20Files\/Claude\/org-plugins$/i.test(mount) ? 'Windows mount' : undefined;
}

/** Returns the nearest folder at or above a plugin with a marketplace that lists plugins. */
function marketplaceOf({ workspace }: TreeContext, plugin: string): string | undefined {
  for (let folder = plugin; ; folder = parentOf(folder)) {
    if (workspace.files.file(`${folder}/.claude-plugin/marketplace.json`)) return folder;
    if (parentOf(folder) === folder) return undefined;
  }
}

function marketplaceRow(context: TreeContext, uri: string, children: TreeRow[]): TreeRow {
  const description = children.length === 1 ? '1 plugin' : `${children.length} plugins`;
  return {
    id: `marketplace:${uri}`,
    label: nameOf(uri),
    description,
    tooltip: `Marketplace ${nameOf(uri)}\n${description}`,
    icon: 'repo',
    resource: uri,
    context: 'marketplace',
    children,
    ...problemsIn(context, uri),
  };
}
