import type { Case } from '../core/effective/runCase.ts';

/** A small, reproducible generator, so that a failing order can be repeated. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Rename = (name: string) => string;

/** Returns the same value with the keys of every object in a different order. */
export function shuffleKeys<T>(value: T, random: () => number): T {
  if (Array.isArray(value)) return value.map((item) => shuffleKeys(item, random)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [random(), key, shuffleKeys(inner, random)] as const);
  return Object.fromEntries(entries.sort((a, b) => a[0] - b[0]).map(([, key, inner]) => [key, inner])) as T;
}

const mapKeys = (value: Json | undefined, rename: Rename): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [rename(key), inner]))
    : (value ?? null);

const mapItems = (value: Json | undefined, key: string, rename: Rename): Json =>
  Array.isArray(value)
    ? value.map((item) => {
        if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
        const name = item[key];
        return typeof name === 'string' ? { ...item, [key]: rename(name) } : item;
      })
    : (value ?? null);

function renamePolicy(policy: Json, rename: Rename): Json {
  if (typeof policy !== 'object' || policy === null || Array.isArray(policy)) return policy;
  const renamed = { ...policy };
  if (Array.isArray(policy.managedMcpServers))
    renamed.managedMcpServers = mapItems(policy.managedMcpServers, 'name', rename);
  const mcp = policy.mcp;
  if (typeof mcp === 'object' && mcp !== null && !Array.isArray(mcp)) {
    renamed.mcp = { ...mcp, managedServers: mapItems(mcp.managedServers, 'name', rename) };
  }
  const settings = policy.orgPluginSettings;
  if (Array.isArray(settings)) renamed.orgPluginSettings = mapItems(settings, 'serverName', rename);
  else if (typeof settings === 'object' && settings !== null) {
    renamed.orgPluginSettings = { ...settings, mcpServers: mapKeys(settings.mcpServers, rename) };
  }
  return renamed;
}

function renamePlugin(plugin: Json, rename: Rename): Json {
  if (typeof plugin !== 'object' || plugin === null || Array.isArray(plugin)) return plugin;
  const mcp = plugin.mcp;
  if (typeof mcp !== 'object' || mcp === null) return plugin;
  if (Array.isArray(mcp)) return { ...plugin, mcp: mapItems(mcp, 'name', rename) };
  return {
    ...plugin,
    mcp: 'mcpServers' in mcp ? { ...mcp, mcpServers: mapKeys(mcp.mcpServers, rename) } : mapKeys(mcp, rename),
  };
}

const notServers = new Set(['builtin', 'config', 'note', 'notes', 'diagnostic']);

/** Returns the same case with every server renamed. Names have no meaning: a server is defined by its fields. */
export function renameServers(one: Case, rename: Rename): Case {
  const result = { ...one } as Record<string, Json>;
  for (const key of ['policy', 'managed', 'local', 'machine', 'user', 'bootstrapResponse']) {
    const policy = result[key];
    if (policy !== undefined) result[key] = renamePolicy(policy, rename);
  }
  if (Array.isArray(result.plugins)) result.plugins = result.plugins.map((plugin) => renamePlugin(plugin, rename));
  if (result.userServers) result.userServers = mapKeys(result.userServers, rename);
  if (result.tools) result.tools = mapKeys(result.tools, rename);
  if (result.extensions) result.extensions = mapItems(result.extensions, 'name', rename);
  const own = result.ccManaged;
  if (typeof own === 'object' && own !== null && 'mcpServers' in own) {
    result.ccManaged = { mcpServers: mapKeys((own as { mcpServers: Json }).mcpServers, rename) };
  }
  const expect = mapKeys(result.expect, (key) => {
    if (notServers.has(key) || key.startsWith('plugin:')) return key;
    const colon = key.indexOf(':');
    return colon < 0 ? rename(key) : `${key.slice(0, colon)}:${rename(key.slice(colon + 1))}`;
  });
  return { ...(result as unknown as Case), expect: withoutWhy(expect) as Case['expect'] };
}

/** Sentences name servers, so they are not compared after renaming. */
const withoutWhy = (expect: Json): Json =>
  typeof expect === 'object' && expect !== null && !Array.isArray(expect)
    ? Object.fromEntries(
        Object.entries(expect).map(([key, fields]) => {
          if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return [key, fields];
          return [key, Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'why'))];
        }),
      )
    : expect;

/** Releases at which a decision changes. */
const boundaries = [
  '1.14271.0',
  '1.15200.0',
  '1.15962.0',
  '1.19367.0',
  '1.20186.0',
  '1.24012.0',
  '1.25927.0',
  '1.28929.0',
  '1.37937.0',
  '1.40609.0',
  '1.44121.1',
  '1.44121.4',
  '1.49585.0',
  '2.2553.0',
];
/** Other known releases. */
const others = [
  '1.5354.0',
  '1.8089.0',
  '1.10628.0',
  '1.13576.0',
  '1.14271.0',
  '1.17377.1',
  '1.18286.0',
  '1.21459.0',
  '1.22209.0',
  '1.24012.9',
  '1.25927.0',
  '1.32352.0',
  '1.32885.0',
  '1.46388.1',
  '1.46388.4',
  '1.52386.0',
  '1.52386.3',
  '2.2553.1',
  '2.7032.0',
  '2.19675.0',
  '2.26454.0',
];

const order = (a: string, b: string): number => {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  return [0, 1, 2].map((i) => (left?.[i] ?? 0) - (right?.[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
};

/** Returns newer releases on the same side of every boundary: the next known one, and a patch release. */
export function neighbours(version: string): string[] {
  const [major, minor, patch] = version.split('.');
  const candidates = [
    ...others
      .filter((other) => order(other, version) > 0)
      .sort(order)
      .slice(0, 1),
  ];
  candidates.push(`${major}.${minor}.${Number(patch) + 1}`);
  const side = (of: string) => boundaries.filter((boundary) => order(of, boundary) >= 0).length;
  return candidates.filter((candidate) => side(candidate) === side(version));
}
