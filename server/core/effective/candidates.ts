import { mask } from '../base/mask.ts';
import type { Certainty } from '../base/text.ts';
import type { BuiltInServer } from '../policy/entry/variant.ts';
import { hostOf } from '../policy/maskValue.ts';
import { child, type Node, type PropertyNode, propertiesOf, stringOf, strings } from '../syntax/node.ts';
import { reasons } from '../vocabulary/reasons.ts';
import type { Context } from './context.ts';
import type { Layer, Origin, Reason } from './model.ts';
import { keyOrigin } from './origin.ts';
import type { ToolPolicy } from './toolPolicy.ts';

/** Why something is not active, and the location that causes it; null if a default of the app does. */
export interface Inactive {
  readonly reason: Reason;
  readonly why: string;
  readonly certainty: Certainty;
  readonly cause: Origin | null;
}

/** A server that is built into the app, and the location at which its entry excludes tools that write. */
export interface BuiltIn {
  readonly server: BuiltInServer;
  readonly readOnly: Origin | null;
}

/** A server of any layer. `inactive` is set if it is inactive on every surface, independent of other servers. */
export interface Candidate {
  readonly name: string;
  readonly layer: Layer;
  readonly plugin: string | null;
  readonly transport: string;
  readonly address: string | null;
  readonly needsSignIn: boolean;
  readonly origin: Origin | null;
  readonly certainty: Certainty;
  readonly policy: ToolPolicy;
  readonly inactive?: Inactive | undefined;
  /** The full URL, for matching lists of patterns; never shown. */
  readonly url?: string;
  /** The command of a local server with its arguments, for matching lists; never shown. */
  readonly argv?: readonly string[];
  /** The location at which it needs `${user_config.…}`. */
  readonly userConfig?: Origin;
  /** The server is built into the app. */
  readonly builtIn?: BuiltIn;
  readonly signed?: boolean;
  /** Claude Code reads the server although the app drops it. */
  readonly isReadByCode?: boolean;
  /** The server is from `managed-mcp.json`. */
  readonly fromManagedMcp?: boolean;
}

export const isLocal = ({ transport }: Candidate): boolean => transport === 'stdio';

export const inactive = (
  reason: Reason,
  certainty: Certainty,
  cause: Origin | null,
  why = reasons[reason].sentence({}),
): Inactive => ({ reason, why, certainty, cause });

/** Returns the command of a local server, without arguments that are part of the same string. */
function commandOf(entry: Node | undefined): string | null {
  const command = stringOf(child(entry, 'command'))?.trim();
  return command === undefined ? null : mask((command.split(/\s(?:-|\S*=)/)[0] ?? '').trimEnd());
}

/** Returns the command of a local server or the host of a remote one, for display; never a part that may contain a secret. */
export function addressOf(entry: Node | undefined, isRemote = false): string | null {
  const host = hostOf(stringOf(child(entry, 'url')) ?? '');
  return isRemote ? host : (commandOf(entry) ?? host);
}

/** Returns what lists of servers compare: the address of a remote server, or the command of a local one with its arguments. */
export function identityOf(entry: Node | undefined): Pick<Candidate, 'url' | 'argv'> {
  const command = stringOf(child(entry, 'command'));
  const url = stringOf(child(entry, 'url'));
  if (command !== undefined)
    return { argv: [command, ...strings(child(entry, 'args')).map(({ value }) => String(value))] };
  return url === undefined ? {} : { url };
}

/** Returns the servers of a map by name; if a name occurs twice, the last one. */
export const serverProperties = (map: Node | undefined): Map<string, PropertyNode> =>
  new Map(propertiesOf(map).map((property) => [property.key, property]));

/** Returns the servers that users added. Only local ones are read. Source: the extensions page. */
export function userCandidates(context: Context, noPolicy: ToolPolicy): Candidate[] {
  const tree = context.input.userServers;
  if (!tree) return [];
  return [...serverProperties(tree.root)].map(([name, property]) => {
    const entry = property.valueNode;
    const origin = keyOrigin(tree.uri, property);
    const command = stringOf(child(entry, 'command'));
    return {
      name,
      layer: 'user',
      plugin: null,
      transport: command ? 'stdio' : (stringOf(child(entry, 'type')) ?? 'unknown'),
      address: addressOf(entry),
      needsSignIn: false,
      origin,
      certainty: 'documented',
      policy: noPolicy,
      ...identityOf(entry),
      inactive: command ? undefined : inactive('not-stdio', 'documented', origin),
    };
  });
}

/** Returns desktop extensions; an extension that a plugin contains is active only if the plugin is. */
export function extensionCandidates(
  context: Context,
  noPolicy: ToolPolicy,
  plugins: ReadonlyMap<string, Inactive | undefined>,
): Candidate[] {
  return context.input.extensions.map(({ name, signed, bundledIn, origin }) => ({
    name,
    layer: 'extension',
    plugin: bundledIn ?? null,
    transport: 'stdio',
    address: null,
    needsSignIn: false,
    origin,
    certainty: 'documented',
    policy: noPolicy,
    signed,
    inactive: bundledIn === undefined ? undefined : plugins.get(bundledIn),
  }));
}

/** Returns the servers of `managed-mcp.json`. If there are any, Code runs no others. */
export function managedMcpCandidates(context: Context, noPolicy: ToolPolicy): Candidate[] {
  const tree = context.input.claudeCode?.mcp;
  if (!tree) return [];
  return [...serverProperties(child(tree.root, 'mcpServers') ?? tree.root)].map(([name, property]) => {
    const entry = property.valueNode;
    return {
      name,
      layer: 'managed',
      plugin: null,
      transport: stringOf(child(entry, 'type')) ?? 'stdio',
      address: addressOf(entry),
      needsSignIn: false,
      origin: keyOrigin(tree.uri, property),
      certainty: 'documented',
      policy: noPolicy,
      ...identityOf(entry),
      fromManagedMcp: true,
    };
  });
}
