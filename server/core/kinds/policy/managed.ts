import { child, itemsOf, type Node, type ObjectNode, stringOf } from '../../syntax/node.ts';

/** The entries of a policy's managed servers: of the key, or of a bare list. Only objects count. */
export const managedServers = (root: Node | undefined): ObjectNode[] =>
  itemsOf(root?.type === 'array' ? root : child(root, 'managedMcpServers')).filter((item) => item.type === 'object');

/** What kind of server an entry means to be. */
export function kindOfServer(entry: ObjectNode): 'built-in' | 'stdio' | 'policy-only' | 'remote' {
  if (child(entry, 'server')) return 'built-in';
  const transport = stringOf(child(entry, 'transport')) ?? stringOf(child(entry, 'type'));
  if (transport === 'stdio') return 'stdio';
  if (transport === 'policy-only') return 'policy-only';
  return transport === undefined && child(entry, 'command') && !child(entry, 'url') ? 'stdio' : 'remote';
}

/** How an entry is called in sentences. */
export const nameOfServer = (entry: Node): string => {
  const name = stringOf(child(entry, 'name'));
  return name ? `Server \`${name}\`` : 'This server';
};

/** The entries of `orgPluginSettings` in its list form. */
export const orgEntries = (root: Node | undefined): ObjectNode[] =>
  itemsOf(child(root, 'orgPluginSettings')).filter((item) => item.type === 'object');

export const permissionWords = ['allow', 'ask', 'blocked'] as const;

/** The permission that a word of another product or a slip means; undefined when nobody can tell. */
export function meantPermission(word: string): (typeof permissionWords)[number] | undefined {
  const folded = word.trim().toLowerCase();
  if (['deny', 'denied', 'block', 'blocked', 'never', 'disallow', 'off', 'disabled', 'forbid', 'none'].includes(folded))
    return 'blocked';
  if (['allow', 'allowed', 'always', 'always_allow', 'on', 'enabled', 'permit', 'yes', 'alow'].includes(folded))
    return 'allow';
  if (['ask', 'prompt', 'confirm', 'ask-session', 'always_ask', 'asks'].includes(folded)) return 'ask';
  return undefined;
}

/** Whether a host is this computer itself, where http is good enough. */
export const isLoopback = (host: string): boolean =>
  /^(localhost|[\w-]+\.localhost|127(\.\d+){3}|\[::1\])$/i.test(host);
