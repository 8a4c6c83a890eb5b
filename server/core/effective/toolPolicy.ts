import type { Certainty } from '../base/text.ts';
import { failClosedSince } from '../policy/keyFlags.ts';
import { listFormSince, type PluginToolRule, readOrgPluginSettings } from '../policy/orgPluginSettings.ts';
import { itemsOf, type Node, propertiesOf, stringOf } from '../syntax/node.ts';
import { isPattern } from '../vocabulary/names.ts';
import type { Context } from './context.ts';
import type { Origin, Permission, ToolRule } from './model.ts';
import * as noteTexts from './noteTexts.ts';
import { originOf } from './origin.ts';
import type { Settings, Structure } from './settings.ts';

/** A line of a policy about tools. */
export interface PolicyLine {
  /** The name of a tool, or a pattern with `*`. */
  readonly key: string;
  readonly permission: Permission;
  readonly rule: ToolRule;
  readonly certainty: Certainty;
  readonly origin: Origin;
}

/** The tool policy of one server. */
export interface ToolPolicy {
  readonly exact: ReadonlyMap<string, PolicyLine>;
  readonly wild: readonly PolicyLine[];
  /** All partial wildcards that the policy contains, whether or not they apply to the target. */
  readonly patterns: readonly string[];
}

/** Whether a key is a partial wildcard. A bare `*` is a rule for all tools. */
const isPartial = (key: string): boolean => isPattern(key) && key !== '*';

export const rank: Readonly<Record<Permission, number>> = { allow: 0, ask: 1, blocked: 2 };
export const noPolicy: ToolPolicy = { exact: new Map(), wild: [], patterns: [] };

const isPermission = (text: string | undefined): text is Permission => text !== undefined && Object.hasOwn(rank, text);

/** Returns a permission as the app reads it: `ask-session` is ask until the cut-off. Undefined: not a permission that it knows. */
export function readPermission(context: Context, node: Node | undefined, uri: string): Permission | undefined {
  const text = stringOf(node);
  if (text === 'ask-session' && node)
    return context.isCutOff(noteTexts.askSession, originOf(uri, node)) ? undefined : 'ask';
  return isPermission(text) ? text : undefined;
}

/**
 * Strictest first; if equal, the longer pattern first, since it explains more; then by name, so that the order in the file does
 * not matter.
 */
const strictestFirst = (a: PolicyLine, b: PolicyLine): number =>
  rank[b.permission] - rank[a.permission] || b.key.length - a.key.length || (a.key < b.key ? -1 : 1);

/** Returns lines by key; if a key occurs twice, the strictest counts, which no documentation confirms. */
function policyOf(lines: Iterable<PolicyLine>, patterns?: readonly string[]): ToolPolicy {
  const byKey = new Map<string, PolicyLine>();
  for (const line of lines) {
    const known = byKey.get(line.key);
    if (!known) byKey.set(line.key, line);
    else
      byKey.set(line.key, { ...(rank[line.permission] > rank[known.permission] ? line : known), certainty: 'unknown' });
  }
  const all = [...byKey.values()];
  return {
    exact: new Map(all.filter(({ key }) => !isPattern(key)).map((line) => [line.key, line])),
    wild: all.filter(({ key }) => isPattern(key)).sort(strictestFirst),
    patterns: patterns ?? all.flatMap(({ key }) => (isPartial(key) ? [key] : [])),
  };
}

/** Reads the `toolPolicy` of a managed server. Partial wildcards apply from 1.20186.0 on. Source: configuration reference. */
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
    const isWild = isPattern(key);
    if (!permission || (isPartial(key) && !context.since('1.20186.0', noteTexts.partialWildcards, origin))) continue;
    lines.set(key, {
      key,
      permission,
      rule: { kind: isWild ? 'wildcard' : 'exact', key },
      certainty,
      origin,
    });
  }
  const patterns = propertiesOf(toolPolicy).flatMap(({ key }) => (isPartial(key) ? [key] : []));
  return policyOf(lines.values(), [...new Set(patterns)]);
}

/** Returns a function that returns the rules in `orgPluginSettings` for a plugin server. */
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
  const { form, effect, servers } = readOrgPluginSettings(node, context.input.target);
  if (form === 'list') context.since(listFormSince, noteTexts.arrayRead, origin);
  if (form === 'record') context.isCutOff(noteTexts.recordEnds, origin);
  switch (effect) {
    case 'unreadable':
      return unreadable(context, origin);
    case 'record-refused':
      context.note(noteTexts.recordDead, 'documented', origin);
      return everyToolBlocked(origin, 'documented');
    case 'ignored':
      if (itemsOf(node).length > 0) context.note(noteTexts.arrayIgnored, 'documented', origin);
      return noPolicy;
    case 'rules':
      return new Map([...servers].map(([server, rules]) => [server, policyOf(linesOf(context, uri, rules))]));
  }
}

const everyToolBlocked = (origin: Origin, certainty: Certainty): ToolPolicy =>
  policyOf([{ key: '*', permission: 'blocked', rule: { kind: 'orgPluginSettings' }, certainty, origin }]);

/** From 1.40609.0 on, an unreadable key activates its restriction; that it is this one is our reading. */
function unreadable(context: Context, origin: Origin): ToolPolicy {
  if (!context.since(failClosedSince, noteTexts.restricts('orgPluginSettings'), origin)) return noPolicy;
  context.note(noteTexts.unreadableValue('orgPluginSettings', 'blocking every tool of plugins'), 'reading', origin);
  return everyToolBlocked(origin, 'reading');
}

function* linesOf(context: Context, uri: string, rules: readonly PluginToolRule[]): Generator<PolicyLine> {
  for (const { tool: key, node, permission, flaw } of rules) {
    const origin = originOf(uri, node);
    if (flaw === 'no-permission') context.note(noteTexts.noPermission(key), 'validator', origin);
    if (flaw === 'ask-session') context.isCutOff(noteTexts.askSession, origin);
    if (flaw === 'unknown-permission') context.since(failClosedSince, noteTexts.wrongBlocks(key), origin);
    if (!permission) continue;
    if (flaw && permission === 'blocked') context.note(noteTexts.wrongPermission(key), 'documented', origin);
    const isWild = isPattern(key);
    if (isWild) context.note(noteTexts.wildcardInSettings(key), 'unknown', origin);
    const certainty = isWild ? 'unknown' : 'documented';
    yield { key, permission, rule: { kind: 'orgPluginSettings' }, certainty, origin };
  }
}
