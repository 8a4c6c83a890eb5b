import type { Certainty } from '../base/text.ts';
import { failClosedSince } from '../policy/keyFlags.ts';
import { child, itemsOf, type Node, propertiesOf, stringOf } from '../syntax/node.ts';
import type { Context } from './context.ts';
import type { Origin, Permission, ToolRule } from './model.ts';
import * as say from './noteTexts.ts';
import { originOf } from './origin.ts';
import type { Settings, Structure } from './settings.ts';

/** One line of a policy about tools. */
export interface PolicyLine {
  /** A tool's name, or a pattern with `*`. */
  readonly key: string;
  readonly permission: Permission;
  readonly rule: ToolRule;
  readonly certainty: Certainty;
  readonly origin: Origin;
}

/** What is said about the tools of one server. */
export interface ToolPolicy {
  readonly exact: ReadonlyMap<string, PolicyLine>;
  readonly wild: readonly PolicyLine[];
}

export const rank: Readonly<Record<Permission, number>> = { allow: 0, ask: 1, blocked: 2 };
export const noPolicy: ToolPolicy = { exact: new Map(), wild: [] };

const isPermission = (text: string | undefined): text is Permission => text !== undefined && Object.hasOwn(rank, text);

/** A permission as the app reads it: `ask-session` is ask until the cut-off. Undefined: none that it knows. */
export function readPermission(context: Context, node: Node | undefined, uri: string): Permission | undefined {
  const text = stringOf(node);
  if (text === 'ask-session' && node) return context.isCutOff(say.askSession, originOf(uri, node)) ? undefined : 'ask';
  return isPermission(text) ? text : undefined;
}

/** Strictest first; of equals the longer pattern, which explains more, then by name, so that the order in the file never matters. */
const strictestFirst = (a: PolicyLine, b: PolicyLine): number =>
  rank[b.permission] - rank[a.permission] || b.key.length - a.key.length || (a.key < b.key ? -1 : 1);

/** Lines by key; where a key stands twice the strictest counts, which no page confirms. */
function policyOf(lines: Iterable<PolicyLine>): ToolPolicy {
  const byKey = new Map<string, PolicyLine>();
  for (const line of lines) {
    const known = byKey.get(line.key);
    if (!known) byKey.set(line.key, line);
    else
      byKey.set(line.key, { ...(rank[line.permission] > rank[known.permission] ? line : known), certainty: 'unknown' });
  }
  const all = [...byKey.values()];
  return {
    exact: new Map(all.filter(({ key }) => !key.includes('*')).map((line) => [line.key, line])),
    wild: all.filter(({ key }) => key.includes('*')).sort(strictestFirst),
  };
}

/** The `toolPolicy` of a managed server. Wildcards inside a name count from 1.20186.0 on. Source: configuration reference. */
export function managedPolicy(
  context: Context,
  uri: string,
  toolPolicy: Node | undefined,
  certainty: Certainty = 'documented',
): ToolPolicy {
  const lines = new Map<string, PolicyLine>();
  for (const property of propertiesOf(toolPolicy)) {
    const { key } = property;
    const permission = readPermission(context, property.valueNode, uri);
    const origin = originOf(uri, property);
    const isWild = key.includes('*');
    if (!permission || (isWild && key !== '*' && !context.since('1.20186.0', say.partialWildcards, origin))) continue;
    lines.set(key, {
      key,
      permission,
      rule: { kind: isWild ? 'wildcard' : 'exact', key },
      certainty,
      origin,
    });
  }
  return policyOf(lines.values());
}

/** What `orgPluginSettings` says about each plugin server. */
export function pluginPolicies(context: Context, settings: Settings): (server: string) => ToolPolicy {
  const structure = settings.structure('orgPluginSettings');
  const policies = readSettingsForm(context, structure);
  if (policies instanceof Map) return (server) => policies.get(server) ?? noPolicy;
  return () => policies;
}

type Forms = Map<string, ToolPolicy> | ToolPolicy;

function readSettingsForm(context: Context, structure: Structure): Forms {
  if (structure.is === 'unset') return noPolicy;
  if (structure.is === 'unreadable') return unreadable(context, structure.origin);
  const { node, uri, origin } = structure;
  if (node.type === 'array') {
    if (!context.since('1.15200.0', say.arrayRead, origin)) {
      if (node.items.length > 0) context.note(say.arrayIgnored, 'documented', origin);
      return noPolicy;
    }
    const servers = arrayForm(context, uri, node);
    return servers.size === 0 && node.items.length > 0 ? unreadable(context, origin) : servers;
  }
  const record = child(node, 'mcpServers');
  if (record?.type !== 'object') return unreadable(context, origin);
  if (context.isCutOff(say.recordEnds, origin)) {
    context.note(say.recordDead, 'documented', origin);
    return everyToolBlocked(origin, 'documented');
  }
  return new Map(
    record.properties.map(
      ({ key, valueNode }) => [key, recordForm(context, uri, child(valueNode, 'toolPolicy'))] as const,
    ),
  );
}

const everyToolBlocked = (origin: Origin, certainty: Certainty): ToolPolicy =>
  policyOf([{ key: '*', permission: 'blocked', rule: { kind: 'orgPluginSettings' }, certainty, origin }]);

/** From 1.40609.0 on an unreadable key engages its restriction; that it is this one is our reading. */
function unreadable(context: Context, origin: Origin): ToolPolicy {
  if (!context.since(failClosedSince, say.restricts('orgPluginSettings'), origin)) return noPolicy;
  context.note(say.unreadableValue('orgPluginSettings', 'blocking every tool of plugins'), 'reading', origin);
  return everyToolBlocked(origin, 'reading');
}

/** `[{ serverName, tools: [{ toolName, permission }] }]` */
function arrayForm(context: Context, uri: string, list: Node): Map<string, ToolPolicy> {
  const lines = new Map<string, PolicyLine[]>();
  for (const entry of itemsOf(list)) {
    const server = stringOf(child(entry, 'serverName'));
    if (!server) continue;
    const known = lines.get(server) ?? [];
    lines.set(server, known);
    for (const rule of itemsOf(child(entry, 'tools'))) {
      const tool = stringOf(child(rule, 'toolName'));
      if (!tool) continue;
      const origin = originOf(uri, rule);
      const line = pluginLine(context, uri, tool, child(rule, 'permission'), origin);
      if (line) known.push(line);
    }
  }
  return new Map([...lines].map(([server, of]) => [server, policyOf(of)]));
}

function recordForm(context: Context, uri: string, toolPolicy: Node | undefined): ToolPolicy {
  const lines = propertiesOf(toolPolicy).map((property) =>
    pluginLine(context, uri, property.key, property.valueNode, originOf(uri, property)),
  );
  return policyOf(lines.filter((line) => line !== undefined));
}

/** A wrong permission blocks its tool, a missing one drops the rule. Source: the app's validator. */
function pluginLine(
  context: Context,
  uri: string,
  key: string,
  value: Node | undefined,
  origin: Origin,
): PolicyLine | undefined {
  if (!value) {
    context.note(say.noPermission(key), 'validator', origin);
    return undefined;
  }
  const known = readPermission(context, value, uri);
  if (!known) {
    const blocks = context.since(failClosedSince, say.wrongBlocks(key), origin) || stringOf(value) === 'ask-session';
    if (!blocks) return undefined;
    context.note(say.wrongPermission(key), 'documented', origin);
  }
  const isWild = key.includes('*');
  if (isWild) context.note(say.wildcardInSettings(key), 'unknown', origin);
  const certainty = isWild ? 'unknown' : 'documented';
  return { key, permission: known ?? 'blocked', rule: { kind: 'orgPluginSettings' }, certainty, origin };
}
