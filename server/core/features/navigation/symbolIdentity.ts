import { parentOf } from '../../base/uri.ts';
import type { PluginRoot, Reference } from '../../model.ts';
import { builtinTools } from '../../policy/builtinTools.ts';
import { inSameDeployment, mountsByPolicy } from '../../workspace/deployment.ts';
import type { Roots } from '../../workspace/pluginRoots.ts';

/** A reference and its file. */
export interface PlacedReference {
  readonly uri: string;
  readonly reference: Reference;
}

/** Returns the symbols to which a reference refers, as strings that are equal for the same symbol. */
export class Identities {
  readonly #servers = new Map<string, PlacedReference[]>();
  /** The servers of plugins by `<plugin>_<server>`. */
  readonly #joined = new Map<string, PlacedReference[]>();
  readonly #plugins = new Map<string, PlacedReference[]>();
  readonly #fleets: ReadonlyMap<string, string>;

  constructor(
    readonly roots: Roots,
    definitions: Iterable<PlacedReference>,
  ) {
    const policies = new Set<string>();
    for (const placed of definitions) {
      const { symbolType, name, of } = placed.reference;
      if (symbolType === 'server') push(this.#servers, name, placed);
      if (symbolType === 'server' && of?.layer === 'plugin' && of.plugin !== undefined)
        push(this.#joined, `${of.plugin}_${name}`, placed);
      if (symbolType === 'plugin') push(this.#plugins, name, placed);
      if (of?.layer === 'managed') policies.add(placed.uri);
    }
    this.#fleets = fleetsOf([...policies], roots);
  }

  /**
   * Returns the symbols to which `reference` refers; for a definition, itself. Never empty: an undefined symbol is identified
   * by its name.
   */
  of({ uri, reference }: PlacedReference): readonly string[] {
    const { symbolType, name, of } = reference;
    switch (symbolType) {
      case 'server':
        return this.#server(uri, reference);
      case 'tool':
        return of?.server === undefined || of.server === null
          ? [`tool:${canonical(name)}`]
          : this.#server(uri, { symbolType: 'server', name: of.server, range: reference.range, of }).map(
              (server) => `${server}/${name}`,
            );
      case 'plugin':
        return this.#plugin({ uri, reference });
      case 'file':
        return [`file:${name.replace(/\/$/, '')}`];
      default:
        return this.#holders(uri, of?.plugin).map((holder) => `${holder}:${family[symbolType]}:${name}`);
    }
  }

  /** Returns the plugin's server to which `<plugin>_<server>` refers. */
  joined(uri: string, name: string): { readonly plugin: string; readonly server: string } | undefined {
    const found = nearest(uri, this.#joined.get(name) ?? [])[0]?.reference;
    return found?.of?.plugin === undefined ? undefined : { plugin: found.of.plugin, server: found.name };
  }

  #server(uri: string, { name, of, defines }: Reference): string[] {
    const own = this.roots.pluginOf(uri);
    if (defines || of?.layer === 'managed') return [this.#serverId(uri, name, of)];
    const all = this.#servers.get(name) ?? [];
    const layer = (wanted: string) => all.filter(({ reference }) => reference.of?.layer === wanted);
    const ofPlugins = layer('plugin').filter(({ reference }) => !of?.plugin || reference.of?.plugin === of.plugin);
    const found = own
      ? of?.plugin !== undefined
        ? nearest(uri, ofPlugins)
        : this.#seenFrom(own, of?.layer, layer)
      : ofPlugins.filter((placed) => {
          const root = this.roots.pluginOf(placed.uri);
          return root && inSameDeployment(this.roots, uri, root.uri);
        });
    // Outside of plugins, a bare name may refer to any server; servers outside of plugins are only a fallback.
    const meant = found.length > 0 || own || of?.layer ? found : nearest(uri, all);
    const ids = [...new Set(meant.map((placed) => this.#serverId(placed.uri, name, placed.reference.of)))];
    return ids.length > 0 ? ids : [`server:${name}`];
  }

  /** In a plugin, a bare name refers to a managed or user's server; if there is none, to one of the plugin's own. */
  #seenFrom(
    own: PluginRoot,
    wanted: string | undefined,
    layer: (wanted: string) => PlacedReference[],
  ): PlacedReference[] {
    const inside = layer('plugin').filter(({ uri }) => this.roots.pluginOf(uri)?.uri === own.uri);
    if (wanted === 'plugin') return inside;
    const others = [
      ...layer('managed').filter(({ uri }) => inSameDeployment(this.roots, uri, own.uri)),
      ...layer('user').filter(({ uri }) => inSameDeployment(this.roots, uri, own.uri)),
    ];
    return others.length > 0 ? others : inside;
  }

  #serverId(uri: string, name: string, of: Reference['of']): string {
    if (of?.layer === 'managed') return `${this.#fleets.get(uri) ?? uri}:managed:${name}`;
    const root = of?.layer === 'plugin' ? this.roots.pluginOf(uri)?.uri : undefined;
    return `${root ?? uri}:server:${name}`;
  }

  #plugin(placed: PlacedReference): string[] {
    const { uri, reference } = placed;
    if (reference.defines) return [this.#pluginId(placed)];
    const found = nearest(uri, this.#plugins.get(reference.name) ?? []);
    return found.length > 0 ? found.map((each) => this.#pluginId(each)) : [`plugin:${reference.name}`];
  }

  /** A plugin of this workspace is identified by its folder; one that a marketplace only fetches, by its entry. */
  #pluginId({ uri, reference: { name, of } }: PlacedReference): string {
    const root = of?.plugin === undefined ? undefined : this.roots.pluginOf(uri)?.uri;
    return `plugin:${root ?? `${uri}:${name}`}`;
  }

  #holders(uri: string, plugin: string | undefined): string[] {
    const own = this.roots.pluginOf(uri);
    if (plugin === undefined || plugin === own?.directory) return [own?.uri ?? parentOf(uri)];
    const roots = nearest(uri, this.#plugins.get(plugin) ?? []).flatMap(
      (placed) => this.roots.pluginOf(placed.uri) ?? [],
    );
    return roots.length > 0 ? roots.map((root) => root.uri) : [`plugin:${plugin}`];
  }
}

/** Skills and commands share one namespace. */
const family = { skill: 'command', command: 'command', agent: 'agent', option: 'option' } as const;

/** Two names of one tool are the same symbol. */
const canonical = (name: string): string => builtinTools.find(({ alias }) => alias === name)?.name ?? name;

/** Returns the places closest to `uri` in the folder tree. */
function nearest(uri: string, placed: readonly PlacedReference[]): PlacedReference[] {
  const shared = placed.map((each) => commonLength(each.uri, uri));
  const most = shared.reduce((a, b) => Math.max(a, b), 0);
  return placed.filter((_, i) => shared[i] === most);
}

function commonLength(a: string, b: string): number {
  let slashes = 0;
  for (let i = 0; i < a.length && a[i] === b[i]; i++) if (a[i] === '/') slashes++;
  return slashes;
}

/** Policies in one folder, or for the same plugins, count as the same policy in several formats. */
function fleetsOf(policies: readonly string[], roots: Roots): Map<string, string> {
  const mountsOf = mountsByPolicy(roots);
  // Each folder points to another one of the same deployment.
  const leads = new Map<string, string>();
  const fleetOf = (scope: string): string => {
    let fleet = scope;
    for (let next = leads.get(fleet); next !== undefined; next = leads.get(fleet)) fleet = next;
    if (fleet !== scope) leads.set(scope, fleet);
    return fleet;
  };
  for (const uri of policies) {
    for (const mount of mountsOf(uri)) {
      const [own, other] = [fleetOf(parentOf(uri)), fleetOf(mount)];
      if (own !== other) leads.set(own, other);
    }
  }
  return new Map(policies.map((uri) => [uri, `fleet:${fleetOf(parentOf(uri))}`]));
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
