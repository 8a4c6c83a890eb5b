import type { Target } from '../model.ts';
import { isStructured } from '../policy/keyFlags.ts';
import { newestVersion } from '../policy/releases.ts';
import { embeddedSyntax } from '../syntax/embedded/embeddedSyntax.ts';
import { jsonWithEmbedded } from '../syntax/embedded/embeddedText.ts';
import { child, itemsOf, type Node, type ObjectNode, property, stringOf, strings, toValue } from '../syntax/node.ts';
import type { Syntax } from '../syntax/syntax.ts';
import type { EffectiveInput, Platform, PluginInput, PolicyRole, PolicySource, Tree } from './input.ts';
import { type Surface, surfaces } from './model.ts';
import { claudeCodeManaged, extensions, readKnownTools } from './readInputs.ts';

/** Returns the cases of a file: the items of `cases`, or the file itself. */
export const casesOf = (root: Node | undefined): readonly Node[] => {
  const list = child(root, 'cases');
  if (list) return itemsOf(list);
  return root?.type === 'object' ? [root] : [];
};

/** Yields the objects of a case whose values are keys of a policy. */
function* policiesOf(root: ObjectNode): Generator<ObjectNode> {
  for (const node of casesOf(root)) {
    const registry = child(node, 'registry');
    const trees = [...roles.map(([key]) => child(node, key)), child(registry, 'HKLM'), child(registry, 'HKCU')];
    for (const tree of trees) if (tree?.type === 'object') yield tree;
  }
}

/** The syntax of a file of cases: JSON, with embedded JSON in the strings of its policies. */
export const caseSyntax: Syntax = embeddedSyntax(jsonWithEmbedded, isStructured, policiesOf);

const roles: readonly (readonly [string, PolicyRole])[] = [
  ['policy', 'managed'],
  ['managed', 'managed'],
  ['machine', 'machine'],
  ['user', 'user'],
  ['local', 'local'],
  ['bootstrapResponse', 'bootstrap'],
];

/**
 * Returns one case as the input of an evaluation, with origins in the case file.
 * @param uri the URI of the file that contains `node`.
 * @param target the target if the case does not name one.
 */
export function caseInput(uri: string, node: Node | undefined, target: Target): EffectiveInput {
  const at = (key: string): Tree => ({ uri, root: child(node, key) });
  const registry = child(node, 'registry');
  const policies: PolicySource[] = roles.flatMap(([key, role]) =>
    property(node, key) ? [{ uri, role, root: child(node, key) }] : [],
  );
  for (const [hive, role] of [['HKLM', 'hklm'] as const, ['HKCU', 'hkcu'] as const]) {
    if (child(registry, hive)) policies.push({ uri, role, root: child(registry, hive) });
  }
  const users = child(node, 'userServers');
  const map = child(users, 'mcpServers');
  return {
    target: {
      minimumVersion: stringOf(child(node, 'app')) ?? (target.minimumVersion || newestVersion),
      date: stringOf(child(node, 'date')) ?? target.date,
      hosts: target.hosts,
    },
    surfaces: surfacesOf(child(node, 'surface')),
    platform: platformOf(stringOf(child(node, 'platform'))),
    policies,
    plugins: [...itemsOf(child(node, 'plugins')).flatMap((plugin) => pluginOf(uri, plugin)), ...barePlugins(uri, node)],
    userServers: users && { uri, root: map?.type === 'object' && !child(map, 'command') ? map : users },
    extensions: extensions(at('extensions')),
    tools: readKnownTools(child(node, 'tools')),
    claudeCode: claudeCodeManaged(at('ccManaged')),
  };
}

function surfacesOf(node: Node | undefined): readonly Surface[] {
  const asked = strings(node).map(({ value }) => value);
  const known = surfaces.filter((surface) => asked.includes(surface));
  return known.length > 0 ? known : surfaces;
}

const platformOf = (text: string | undefined): Platform | undefined =>
  text === 'macos' || text === 'windows' || text === 'linux' ? text : undefined;

function pluginOf(uri: string, node: Node): PluginInput[] {
  const directory = stringOf(child(node, 'dir')) ?? stringOf(child(node, 'directory'));
  if (directory === undefined) return [];
  const manifest = child(node, 'manifest');
  const mcp = child(node, 'mcp');
  const hooks = child(node, 'hooks');
  const installed = toValue(child(node, 'installed'));
  return [
    {
      directory,
      uri,
      hasManifest: manifest !== undefined,
      manifest: manifest && { uri, root: manifest },
      mcp: mcp && { uri, root: mcp },
      hooks: hooks && [{ uri, root: hooks, events: child(hooks, 'hooks') }],
      version: stringOf(child(node, 'version')),
      skillRoot: toValue(child(node, 'skillRoot')) === true,
      installed: typeof installed === 'boolean' ? installed : undefined,
      uninstalled: toValue(child(node, 'uninstalled')) === true,
    },
  ];
}

/** Returns folders of which only the paths of files are known. */
function barePlugins(uri: string, node: Node | undefined): PluginInput[] {
  const files = strings(child(node, 'files')).map(({ value }) => String(value).split('/'));
  const folders = new Map<string, string[]>();
  for (const [mount, directory, ...rest] of files) {
    if (mount !== 'org-plugins' || directory === undefined || rest.length === 0) continue;
    folders.set(directory, [...(folders.get(directory) ?? []), rest.join('/')]);
  }
  return [...folders].map(([directory, names]) => ({
    directory,
    uri,
    hasManifest: names.includes('.claude-plugin/plugin.json'),
    skillRoot: names.includes('SKILL.md'),
  }));
}
