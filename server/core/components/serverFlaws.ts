import type { Host } from '../base/hosts.ts';
import type { Certainty } from '../base/text.ts';
import { missingClause, wrongClause } from '../schema/messages.ts';
import { mismatches } from '../schema/mismatches.ts';
import type { Schema } from '../schema/schema.ts';
import {
  child,
  itemsOf,
  type Node,
  type ObjectNode,
  type PropertyNode,
  propertiesOf,
  property,
  type ScalarNode,
  stringOf,
} from '../syntax/node.ts';
import { optionsIn } from './options.ts';
import type { ServerFlaw } from './serverFlaw.ts';
import { serverForms, serverTypes, typeWords, urlWords } from './serverForms.ts';

type Dropped = Readonly<Partial<Record<Host, Certainty>>>;

/** Both hosts read only entries with a command, or with `type` and `url`. Sources: the extensions page; the validator of Claude Code. */
const byBoth: Dropped = { 'desktop-3p': 'documented', 'claude-code': 'validator' };
/** The validator of Claude Code rejects the server; what the app does is unknown. */
const byClaudeCode: Dropped = { 'claude-code': 'validator' };
/** Such a URL cannot be called. That the app does not show the server at all is our reading. */
const uncallable: Dropped = { 'desktop-3p': 'reading', 'claude-code': 'validator' };

/** Returns how the app and Claude Code reach a server; undefined if its entry does not say. A `type` counts even if it is unknown. */
export function pluginServerTransport(entry: Node | undefined): string | undefined {
  if (property(entry, 'type')) return stringOf(child(entry, 'type'));
  return property(entry, 'command') ? 'stdio' : undefined;
}

/** What affects a plugin's server in addition to its own entry. */
export interface ServerContext {
  /** The names of the options that the plugin's manifest declares; undefined if there is no manifest. */
  readonly options: ReadonlySet<string> | undefined;
}

/**
 * Returns what is wrong with an entry of `.mcp.json`, and which hosts drop the server because of it. This is the only place
 * that decides it: rules turn flaws into messages and fixes, the effective tool set into states and notes.
 * @returns the flaws; those that best explain why a server is dropped come first.
 */
export function serverFlaws(entry: Node | undefined, context: ServerContext): readonly ServerFlaw[] {
  if (entry?.type !== 'object') {
    const clause = entry && wrongClause({ type: 'object' }, entry);
    return entry && clause ? [{ code: 'not-an-object', node: entry, clause, dropped: byBoth }] : [];
  }
  return [
    ...reachFlaws(entry),
    ...typeFlaws(entry),
    ...formFlaws(entry),
    ...unsureTypes(entry),
    ...optionFlaws(entry, context),
  ];
}

/** The entry has neither something to start nor something to call. */
function* reachFlaws(entry: ObjectNode): Generator<ServerFlaw> {
  const [type, url, command, transport] = ['type', 'url', 'command', 'transport'].map((key) => property(entry, key));
  const elsewhere = entry.properties.find(({ key }) => urlWords.some((word) => word === key));
  if (elsewhere && !url && (isRemote(entry) || (!command && pluginServerTransport(entry) !== 'stdio')))
    yield { code: 'url-elsewhere', node: elsewhere, field: elsewhere.key, dropped: byBoth };
  if (transport && !type) {
    if (command) yield { code: 'ignored-transport', node: transport, dropped: {} };
    else yield { code: 'transport-as-type', node: transport, dropped: byBoth };
  }
  if (url && !type && !command && !transport) yield { code: 'untyped-url', node: url, dropped: byBoth };
  if (type || url || command || transport || elsewhere) return;
  const other = property(entry, 'cmd') ?? property(entry, 'program');
  yield { code: 'nothing-to-reach', node: other ?? entry, dropped: byBoth, ...(other && { field: other.key }) };
}

const isRemote = (entry: ObjectNode): boolean => {
  const word = stringOf(child(entry, 'type'));
  return word !== undefined && word !== 'stdio' && Object.hasOwn(serverTypes, word);
};

/** Returns what the schema says about a `type` that is not a string. */
function typeClause(entry: ObjectNode, { valueNode }: PropertyNode): string {
  const hasUrl = ['url', ...urlWords].some((key) => property(entry, key));
  const words = property(entry, 'command') ? typeWords.program : hasUrl ? typeWords.remote : typeWords.any;
  return valueNode ? wrongClause({ type: 'string', enum: words }, valueNode) : missingClause('type');
}

function* typeFlaws(entry: ObjectNode): Generator<ServerFlaw> {
  const found = property(entry, 'type');
  const type = stringOf(found?.valueNode);
  if (found && type === undefined)
    yield {
      code: 'wrong-value',
      field: 'type',
      node: found.valueNode ?? found,
      clause: typeClause(entry, found),
      dropped: byBoth,
    };
  if (!found?.valueNode || type === undefined) return;
  if (!Object.hasOwn(serverTypes, type)) yield { code: 'unknown-type', type, node: found.valueNode, dropped: byBoth };
}

/** Source: the extensions page names `http` and `sse`; that other types are dropped is our reading. */
function* unsureTypes(entry: ObjectNode): Generator<ServerFlaw> {
  const node = child(entry, 'type');
  const type = stringOf(node);
  if (node && (type === 'ws' || type === 'streamable-http'))
    yield { code: 'type-of-claude-code', type, node, dropped: { 'desktop-3p': 'reading' } };
}

/** Wrong values of the keys that this type of server has. */
function* formFlaws(entry: ObjectNode): Generator<ServerFlaw> {
  const transport = pluginServerTransport(entry);
  const keys = transport === undefined || !Object.hasOwn(serverTypes, transport) ? undefined : serverTypes[transport];
  if (!keys) return;
  const target = transport === 'stdio' ? 'command' : 'url';
  const isElsewhere = target === 'url' && urlWords.some((word) => property(entry, word));
  const found = property(entry, target);
  if (!found && !isElsewhere) yield { code: 'missing-field', field: target, node: entry, dropped: byBoth };
  if (found?.valueNode) yield* wrongIn(target, found.valueNode, byBoth);
  if (target === 'url') yield* urlFlaws(child(entry, 'url'));
  for (const key of keys) {
    const value = child(entry, key);
    if (key === 'oauth' && value?.type === 'boolean')
      yield { code: 'oauth-boolean', node: value, dropped: byClaudeCode };
    else if (value) yield* wrongIn(key, value, byClaudeCode);
  }
}

function* wrongIn(field: keyof typeof serverForms, value: Node, dropped: Dropped): Generator<ServerFlaw> {
  const form: Schema = serverForms[field];
  for (const wrong of mismatches(form, value)) yield { code: 'wrong-value', field, ...wrong, dropped };
}

const scheme = /^[a-z][a-z0-9+.-]*:/i;
const portIn = /^((?:https?|wss?):\/\/(?:[^/@?#]*@)?(?:\[[^\]]*\]|[^/:?#[\]]*):)([^/?#@]*)(?=[/?#]|$)/i;

/** A URL that cannot be called. Parts that are substituted later (`${HOST}`, `<host>`) are never wrong. */
function* urlFlaws(node: Node | undefined): Generator<ServerFlaw> {
  const url = stringOf(node);
  // An empty string stands for a URL that is not known yet.
  if (!node || !url) return;
  if (!scheme.test(url) && !/[${<]/.test(url)) yield { code: 'relative-url', node, dropped: uncallable };
  const [, before = '', port = ''] = portIn.exec(url) ?? [];
  const isPort = /[${<]/.test(port) || (/^\d{0,5}$/.test(port) && Number(port) <= 65_535);
  if (!isPort) yield { code: 'bad-port', node, port, at: before.length, dropped: uncallable };
}

/** Returns the strings in which the app and Claude Code substitute options. */
export function filledTextsOf(entry: Node | undefined): ScalarNode[] {
  const values = (key: string) => propertiesOf(child(entry, key)).map(({ valueNode }) => valueNode);
  const all = [
    child(entry, 'command'),
    ...itemsOf(child(entry, 'args')),
    child(entry, 'url'),
    ...values('env'),
    ...values('headers'),
  ];
  return all.filter((node): node is ScalarNode => node?.type === 'string');
}

/** Sources: the validator of Claude Code; third-party reports on what Cowork does with local servers. */
function* optionFlaws(entry: ObjectNode, { options }: ServerContext): Generator<ServerFlaw> {
  for (const node of filledTextsOf(entry)) {
    for (const [nth, { name: option, hasDefault }] of optionsIn(String(node.value)).entries()) {
      if (options && !options.has(option))
        yield { code: 'undeclared-option', node, nth, option, dropped: byClaudeCode };
      else if (options && hasDefault) yield { code: 'option-with-default', node, nth, option, dropped: byClaudeCode };
      if (pluginServerTransport(entry) === 'stdio')
        yield { code: 'user-config', node, nth, option, dropped: { 'desktop-3p': 'reading' } };
    }
  }
  const helper = child(entry, 'headersHelper');
  if (helper?.type !== 'string' || options === undefined) return;
  for (const [nth, { name: option }] of optionsIn(String(helper.value)).entries())
    yield { code: 'option-in-helper', node: helper, nth, option, dropped: byClaudeCode };
}
