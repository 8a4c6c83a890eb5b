import { nameOf } from '../../core/index.ts';
import { reasons } from '../../core/vocabulary/reasons.ts';
import type { TreeRow } from '../../protocol.ts';
import { type PluginContents, problemsIn, type TreeContext } from './context.ts';
import { groupRows } from './groups.ts';

const ignored = reasons['no-manifest'].label.toLowerCase();
const offered = reasons['plugin-not-installed'].label.toLowerCase();

/** Returns the row of a plugin with its groups, or with the reason why it is ignored. */
export function pluginRow(context: TreeContext, contents: PluginContents): TreeRow {
  const { root } = contents;
  const problems = problemsIn(context, root.uri);
  const why = root.manifest ? undefined : whyIgnored(context, root.uri);
  const description = why ? `${ignored}: ${why}` : stateOf(context, contents);
  return {
    id: `plugin:${root.uri}`,
    label: root.directory,
    description,
    tooltip: `Plugin ${root.directory}\n${description}`,
    icon: why ? reasons['no-manifest'].icon : 'extensions',
    ...(root.manifest && { place: context.place(root.manifest, { start: 0, end: 0 }) }),
    resource: root.uri,
    context: why ? 'ignored-plugin' : 'plugin',
    children: groupRows(context, contents),
    ...problems,
  };
}

function whyIgnored({ workspace }: TreeContext, plugin: string): string {
  const names = workspace.files.list(plugin).map(({ name }) => name);
  if (names.includes('claude-plugin') && !names.includes('.claude-plugin'))
    return 'the dot in .claude-plugin is missing';
  if (workspace.files.file(`${plugin}/.claude-plugin/marketplace.json`)) return 'a marketplace is not a plugin here';
  return 'no .claude-plugin/plugin.json';
}

/** Returns version and installation: `2.1.0 · required`. */
function stateOf({ effective }: TreeContext, { root, facts }: PluginContents): string {
  const own = facts.map(({ fact }) => fact);
  const manifest = own.find((fact) => fact.type === 'plugin-manifest')?.data;
  const version = own.find((fact) => fact.type === 'plugin-version')?.data.version ?? manifest?.version;
  const preference = (manifest?.installationPreference ?? 'available').replace('_', ' ');
  const plugin = effective?.plugins.find(({ directory }) => directory === root.directory);
  const notInstalled = root.mount !== undefined && plugin?.reason === 'plugin-not-installed';
  return [version, notInstalled ? `${preference}, ${offered}` : preference].filter(Boolean).join(' · ');
}

const archive = /\.(zip|tgz|tar\.gz|plugin|mcpb|dxt)$/i;

/** Returns rows for archives in an org-plugins folder, which the app does not unpack. */
export function archiveRows({ workspace }: TreeContext, mount: string): TreeRow[] {
  const files = workspace.files.list(mount).filter(({ type, name }) => type === 'file' && archive.test(name));
  return files.map(({ uri }) => ({
    id: `archive:${uri}`,
    label: nameOf(uri),
    description: `${ignored}: an archive is not unpacked here`,
    tooltip: `${nameOf(uri)}\n${ignored}: an archive is not unpacked here`,
    icon: reasons['no-manifest'].icon,
    resource: uri,
    context: 'ignored-plugin',
  }));
}
