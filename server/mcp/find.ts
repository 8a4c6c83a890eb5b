import {
  child,
  type Document,
  definingIn,
  flatView,
  managedServers,
  type Node,
  type ObjectNode,
  type PluginRoot,
  type PluginRoots,
  parse,
  type ServerEntry,
  serverMap,
  serversOf,
  stringOf,
  type TextRange,
} from '../core/index.ts';

/** A server as defined in a file. */
export interface WrittenServer {
  readonly name: string;
  /** The file. */
  readonly uri: string;
  readonly layer: 'managed' | 'plugin' | 'user';
  /** The plugin that contains it. */
  readonly plugin: PluginRoot | undefined;
  readonly entry: ObjectNode;
  /** The range of its name. */
  readonly range: TextRange;
}

interface Reader {
  readonly layer: WrittenServer['layer'];
  servers(root: Node | undefined): Pick<WrittenServer, 'name' | 'entry' | 'range'>[];
}

const named = (entries: readonly ServerEntry[]) =>
  entries.map(({ name, property, entry }) => ({ name, entry, range: property.keyNode.inner }));

/** How to read servers from each kind of file. */
const readers: Readonly<Record<string, Reader>> = {
  policy: { layer: 'managed', servers: (root) => managed(root && flatView(root)) },
  mcp: { layer: 'plugin', servers: (root) => named(serversOf(serverMap(root))) },
  desktopConfig: { layer: 'user', servers: (root) => named(serversOf(child(root, 'mcpServers'))) },
};

const managed = (root: Node | undefined) =>
  managedServers(root).flatMap((entry) => {
    const name = child(entry, 'name');
    const text = stringOf(name);
    return name?.type === 'string' && text ? [{ name: text, entry, range: name.inner }] : [];
  });

/** Returns the servers that a document defines: a policy in any format, an `.mcp.json`, a manifest, `claude_desktop_config.json`. */
export function serversIn(document: Document, roots: PluginRoots): WrittenServer[] {
  return definingIn(document).flatMap((each) => {
    const reader = Object.hasOwn(readers, each.kind.id) ? readers[each.kind.id] : undefined;
    if (!reader) return [];
    const plugin = reader.layer === 'plugin' ? roots.pluginOf(document.uri) : undefined;
    const base = { uri: document.uri, layer: reader.layer, plugin };
    return reader.servers(parse(each).root).map((server) => ({ ...base, ...server }));
  });
}
