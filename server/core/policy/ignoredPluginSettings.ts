import type { Certainty } from '../base/text.ts';
import { child, itemsOf, type Node, type ObjectNode, propertiesOf, stringOf } from '../syntax/node.ts';
import type { ManagedEntry, ManagedKey } from './entry/managedKey.ts';
import { variantOf } from './entry/variant.ts';

/** Tool rules of `orgPluginSettings` that are ignored because `managedMcpServers` has an entry for the same server. */
export interface IgnoredPluginSettings {
  readonly name: string;
  /** What names the server: a string of the list, or a key of the record. */
  readonly node: Node;
  /** The entry in the list form that contains the rules. */
  readonly entry: ObjectNode | undefined;
  /** The entry of `managedMcpServers`, whose `toolPolicy` applies instead. */
  readonly by: ManagedEntry;
  readonly message: string;
  readonly certainty: Certainty;
}

/**
 * Returns the servers of `orgPluginSettings`, in either form, whose rules are ignored. This is the only place that decides it.
 * A managed key that cannot be read as a whole does not override them. Sources:
 * https://claude.com/docs/third-party/claude-desktop/configuration for servers; that a `policy-only` entry takes precedence too
 * is our reading.
 */
export function ignoredPluginSettings(
  settings: Node | undefined,
  { kept, flaws }: ManagedKey,
): IgnoredPluginSettings[] {
  if (flaws.length > 0) return [];
  const managed = new Map(kept.map((entry) => [entry.name, entry]));
  return serversOfSettings(settings).flatMap(({ name, ...found }) => {
    const by = managed.get(name);
    if (!by) return [];
    return variantOf(by.node) === 'policy-only'
      ? { ...found, name, by, message: byPolicyOnly(name), certainty: 'reading' }
      : { ...found, name, by, message: byServer(name), certainty: 'documented' };
  });
}

const byServer = (name: string) =>
  `A managed server is named \`${name}\`, so its rules in \`orgPluginSettings\` are ignored. Set what its tools may do in its own \`toolPolicy\`.`;
const byPolicyOnly = (name: string) =>
  `A \`policy-only\` entry is named \`${name}\`: its \`toolPolicy\` is taken instead of \`orgPluginSettings\`. Which of the two the app takes is not documented. Keep one of them.`;

/** Returns the servers that `orgPluginSettings` names in either form, and the nodes that name them. */
export function serversOfSettings(
  settings: Node | undefined,
): Pick<IgnoredPluginSettings, 'name' | 'node' | 'entry'>[] {
  const record = propertiesOf(child(settings, 'mcpServers')).map(({ key: name, keyNode: node }) => ({
    name,
    node,
    entry: undefined,
  }));
  const list = itemsOf(settings).flatMap((entry) => {
    const node = child(entry, 'serverName');
    const name = stringOf(node);
    return entry.type === 'object' && node && name ? [{ name, node, entry }] : [];
  });
  return [...record, ...list];
}
