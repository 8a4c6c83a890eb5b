import { deprecationCutoff, isAfter } from '../base/dates.ts';
import { atLeast } from '../base/version.ts';
import type { Target } from '../model.ts';
import {
  child,
  itemsOf,
  type Node,
  type ObjectNode,
  type PropertyNode,
  propertiesOf,
  stringOf,
} from '../syntax/node.ts';
import { failClosedSince } from './keyFlags.ts';
import { permissionWords } from './managedServers.ts';

export type Permission = (typeof permissionWords)[number];

/**
 * The first app that reads the list form; older ones ignore it and lock no tool. Source:
 * https://claude.com/docs/third-party/claude-desktop/configuration-changelog
 */
export const listFormSince = '1.15200.0';

/** One rule of `orgPluginSettings` for a tool of a plugin's server. */
export interface PluginToolRule {
  readonly server: string;
  readonly tool: string;
  /** The rule: an object of a list, a property of a record. */
  readonly node: Node | PropertyNode;
  readonly value: Node | undefined;
  /** The effective permission; undefined: the rule is dropped, and the tool is not locked. */
  readonly permission: Permission | undefined;
  /** What is wrong with it: no permission, one that the app does not know, or the old word `ask-session`. */
  readonly flaw?: 'no-permission' | 'unknown-permission' | 'ask-session';
}

/** The evaluated `orgPluginSettings`. */
export interface PluginToolRules {
  /** `neither`: an object that is not the record, or a value of another type. */
  readonly form: 'list' | 'record' | 'neither';
  /**
   * What the app does: it applies the rules; ignores the key; blocks all tools of plugins because the record form is no longer
   * accepted; or cannot read the key. An unreadable key blocks all tools of plugins from 1.40609.0 on (our reading) and is
   * unset before.
   */
  readonly effect: 'rules' | 'ignored' | 'record-refused' | 'unreadable';
  /** The servers that it names, each with its rules in order. */
  readonly servers: ReadonlyMap<string, readonly PluginToolRule[]>;
}

type Context = Pick<Target, 'minimumVersion' | 'date'>;

/**
 * Evaluates `orgPluginSettings`. This is the only place that decides which form counts, and the effect of each rule.
 * Sources: https://claude.com/docs/third-party/claude-desktop/configuration-changelog; the app's own validator: an entry
 * without `serverName` and a rule without `toolName` or `permission` are dropped; a list that loses all entries is unreadable.
 */
export function readOrgPluginSettings(value: Node, context: Context): PluginToolRules {
  if (value.type === 'array') {
    const servers = listOf(value.items, context);
    const isLost = servers.size === 0 && value.items.length > 0;
    const isRead = atLeast(context.minimumVersion, listFormSince);
    return { form: 'list', effect: isRead ? (isLost ? 'unreadable' : 'rules') : 'ignored', servers };
  }
  const record = child(value, 'mcpServers');
  if (record?.type !== 'object') return { form: 'neither', effect: 'unreadable', servers: new Map() };
  const isOver = isAfter(context.date, deprecationCutoff);
  return { form: 'record', effect: isOver ? 'record-refused' : 'rules', servers: recordOf(record, context) };
}

function listOf(items: readonly Node[], context: Context): Map<string, PluginToolRule[]> {
  const servers = new Map<string, PluginToolRule[]>();
  for (const entry of items) {
    const server = stringOf(child(entry, 'serverName'));
    if (!server) continue;
    const rules = itemsOf(child(entry, 'tools')).flatMap((node): PluginToolRule[] => {
      const tool = stringOf(child(node, 'toolName'));
      return tool ? [ruleOf(server, tool, node, child(node, 'permission'), context)] : [];
    });
    servers.set(server, [...(servers.get(server) ?? []), ...rules]);
  }
  return servers;
}

const recordOf = (record: ObjectNode, context: Context): Map<string, PluginToolRule[]> =>
  new Map(
    record.properties.map(({ key: server, valueNode }) => [
      server,
      propertiesOf(child(valueNode, 'toolPolicy')).map((p) => ruleOf(server, p.key, p, p.valueNode, context)),
    ]),
  );

function ruleOf(
  server: string,
  tool: string,
  node: Node | PropertyNode,
  value: Node | undefined,
  { minimumVersion, date }: Context,
): PluginToolRule {
  const rule = { server, tool, node, value };
  if (!value) return { ...rule, permission: undefined, flaw: 'no-permission' };
  const word = stringOf(value);
  const known = permissionWords.find((permission) => permission === word);
  if (known) return { ...rule, permission: known };
  if (word === 'ask-session') {
    return { ...rule, permission: isAfter(date, deprecationCutoff) ? 'blocked' : 'ask', flaw: 'ask-session' };
  }
  const permission = atLeast(minimumVersion, failClosedSince) ? 'blocked' : undefined;
  return { ...rule, permission, flaw: 'unknown-permission' };
}
