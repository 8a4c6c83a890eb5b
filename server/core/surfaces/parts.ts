import { isIn } from '../base/uri.ts';
import type { Fact } from '../fact.ts';
import type { PluginRoot, WorkspaceView } from '../model.ts';
import type { Part, PartType } from './model.ts';

const atStart = { start: 0, end: 0 };

/** Returns all parts of a plugin: from the facts of its files, and files that are a part by their location alone. */
export function partsOf(workspace: WorkspaceView, { uri }: PluginRoot): Part[] {
  return [...inFacts(workspace, uri), ...files(workspace, uri)];
}

const serverTypes: Readonly<Record<string, PartType>> = { stdio: 'local-server', ws: 'web-socket-server' };

/** The types of facts that stand for a part. */
const told = ['skill', 'command', 'agent', 'hook', 'server', 'bundle', 'language-server', 'monitor'] as const;

/** Returns the type of a fact's part; for a server, it depends on the transport. */
const typeOf = (fact: Fact<(typeof told)[number]>): PartType =>
  fact.type === 'server' ? (serverTypes[fact.data.transport ?? ''] ?? 'remote-server') : fact.type;

/** Yields the parts that are published as facts. A plugin nested in this one is separate. */
function* inFacts(workspace: WorkspaceView, plugin: string): Generator<Part> {
  for (const type of told) {
    for (const { uri, fact } of workspace.facts(type)) {
      if (!isIn(plugin, uri) || workspace.pluginOf(uri)?.uri !== plugin) continue;
      if (fact.type === 'server' && fact.data.layer === 'user') continue;
      const { name, range } = fact;
      yield { type: typeOf(fact), name, count: fact.type === 'hook' ? fact.data.count : 1, uri, range };
    }
  }
}

/** The folders whose files are parts, and the extensions of those files. */
const folders: readonly { readonly type: PartType; readonly folder: string; readonly ending: RegExp }[] = [
  { type: 'output-style', folder: 'output-styles', ending: /\.md$/i },
  { type: 'theme', folder: 'themes', ending: /\.json$/i },
  { type: 'workflow', folder: 'workflows', ending: /\.js$/i },
  { type: 'program', folder: 'bin', ending: /^(?!\.)/ },
];

function* files(workspace: WorkspaceView, plugin: string): Generator<Part> {
  const part = (type: PartType, uri: string, name: string): Part => ({ type, name, count: 1, uri, range: atStart });
  for (const { type, folder, ending } of folders) {
    for (const { uri, name, type: entry } of workspace.list(`${plugin}/${folder}`)) {
      if (entry === 'file' && ending.test(name)) yield part(type, uri, name.replace(/\.(md|json|js)$/i, ''));
    }
  }
  const settings = workspace.file(`${plugin}/settings.json`);
  if (settings?.type === 'file') yield part('settings', settings.uri, settings.name);
}
