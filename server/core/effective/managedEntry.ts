import type { Certainty } from '../base/text.ts';
import { isMalformed } from '../policy/malformed.ts';
import { child, itemsOf, type Node, propertiesOf, property, stringOf } from '../syntax/node.ts';
import type { Context } from './context.ts';
import type { Origin } from './model.ts';
import * as say from './noteTexts.ts';
import { oauthFlaw } from './oauth.ts';
import { originOf } from './origin.ts';
import { dropped } from './sentences.ts';
import { readPermission } from './toolPolicy.ts';
import { urlFlaw } from './urls.ts';

/** Why the app drops an entry, and the place that makes it. */
export interface Flaw {
  readonly why: string;
  readonly certainty: Certainty;
  readonly origin: Origin;
}

/** A managed entry that the app keeps. */
export interface Shape {
  readonly transport: string;
  /** The built-in server it configures. */
  readonly builtin?: string;
}

const builtinServers = ['microsoft365', 'websearch', 'github'];
const transports = ['http', 'sse', 'stdio', 'policy-only'];
const remoteFields = ['url', 'headers', 'headersHelper', 'oauth'];
const localFields = ['command', 'args', 'env', 'envHelper', 'startupTimeoutSec'];

/**
 * Whether the app keeps an entry of `managedMcpServers`. Only what its own validator or the documentation drops counts:
 * fields of another variant are ignored unless the variant is built in or `policy-only`. Source: the app's validator.
 */
export function readManagedEntry(context: Context, uri: string, entry: Node, fromBootstrap: boolean): Shape | Flaw {
  const shape = readShape(context, uri, entry, fromBootstrap);
  const isLost = !('why' in shape) && entry.type === 'object' && isMalformed(entry);
  return isLost ? { why: dropped.malformed, certainty: 'validator', origin: originOf(uri, entry) } : shape;
}

function readShape(context: Context, uri: string, entry: Node, fromBootstrap: boolean): Shape | Flaw {
  const flaw = (why: string, at: Node | undefined, certainty: Certainty = 'validator'): Flaw => {
    return { why, certainty, origin: originOf(uri, at ?? entry) };
  };
  if (entry.type !== 'object') return flaw(dropped.notAnObject, entry);
  if (!stringOf(child(entry, 'name'))) return flaw(dropped.noName, child(entry, 'name'));
  const bad = badPermission(context, uri, child(entry, 'toolPolicy')) ?? oldForm(context, uri, entry);
  if (bad) return bad;
  const server = child(entry, 'server');
  if (server) return builtinShape(entry, server, flaw);
  const transport = child(entry, 'transport');
  if (!transport) {
    const name = child(entry, 'name');
    if (context.isCutOff(say.noTransport, originOf(uri, name ?? entry)))
      return flaw(dropped.noTransport, name, 'documented');
  }
  const kind = transport ? stringOf(transport) : 'http';
  if (kind === undefined || !transports.includes(kind)) return flaw(dropped.unknownTransport, transport);
  if (kind === 'policy-only') {
    const foreign = foreignField(entry, [...remoteFields, ...localFields]);
    return foreign ? flaw(dropped.foreignField(foreign.key), foreign.keyNode) : { transport: kind };
  }
  if (kind === 'stdio') return localShape(context, entry, fromBootstrap, flaw);
  const url = child(entry, 'url');
  if (!stringOf(url)) return flaw(dropped.noUrl, url ?? child(entry, 'name'));
  const wrong = urlFlaw(String(stringOf(url)), { http: !fromBootstrap, loopback: !fromBootstrap });
  if (wrong) return flaw(wrong, url, 'documented');
  const headers = child(entry, 'headers');
  if (headers && !isTextMap(headers)) return flaw(dropped.notAMap('headers'), headers);
  const oauth = oauthFlaw(context, uri, child(entry, 'oauth'));
  return oauth ?? { transport: kind };
}

type MakeFlaw = (why: string, at: Node | undefined, certainty?: Certainty) => Flaw;

function localShape(context: Context, entry: Node, fromBootstrap: boolean, flaw: MakeFlaw): Shape | Flaw {
  const command = child(entry, 'command');
  const text = stringOf(command);
  if (!text) return flaw(dropped.noCommand, command ?? child(entry, 'name'));
  // A bare name or an absolute path; `./x`, `~`, `..`, UNC, `%VAR%`, `$VAR/x` and quotes are refused.
  if (/^\.|^~|^\\\\|^\/\/|(^|[\\/])\.\.([\\/]|$)|%\w+%|^\$|^'|"/.test(text)) return flaw(dropped.badCommand, command);
  const args = child(entry, 'args');
  if (args && !(args.type === 'array' && args.items.every((item) => item.type === 'string'))) {
    return flaw(dropped.notAList('args'), args);
  }
  const env = child(entry, 'env');
  if (env && !isTextMap(env)) return flaw(dropped.notAMap('env'), env);
  if (fromBootstrap && !context.since('1.19367.0', say.localDelivered))
    return flaw(dropped.localFromBootstrap, command, 'documented');
  return { transport: 'stdio' };
}

function builtinShape(entry: Node, server: Node, flaw: MakeFlaw): Shape | Flaw {
  const name = stringOf(server);
  if (name === undefined || !builtinServers.includes(name)) return flaw(dropped.unknownServer, server);
  const transport = property(entry, 'transport');
  if (transport?.valueNode && stringOf(transport.valueNode) !== 'builtin') {
    return flaw(dropped.foreignField('transport'), transport.keyNode);
  }
  const helped = name === 'websearch' ? remoteFields.filter((field) => !field.startsWith('headers')) : remoteFields;
  const foreign = foreignField(entry, [...helped, ...localFields]);
  if (foreign) return flaw(dropped.foreignField(foreign.key), foreign.keyNode);
  const required =
    { microsoft365: ['tenantId', 'clientId'], github: ['clientId'], websearch: ['provider'] }[name] ?? [];
  const missing = required.find((field) => !stringOf(child(entry, field)));
  if (missing) return flaw(dropped.missingField(missing), child(entry, missing) ?? server);
  if (name === 'websearch') {
    const provider = child(entry, 'provider');
    const of = stringOf(provider) ?? '';
    if (!['brave', 'tavily', 'exa', 'custom'].includes(of)) return flaw(dropped.unknownProvider, provider);
    if (of === 'custom') {
      const url = child(entry, 'customUrl');
      const wrong = stringOf(url)
        ? urlFlaw(String(stringOf(url)), { http: false, loopback: true })
        : dropped.missingField('customUrl');
      if (wrong) return flaw(wrong, url ?? provider);
    } else if (propertiesOf(child(entry, 'headers')).length === 0 && !stringOf(child(entry, 'headersHelper'))) {
      return flaw(dropped.missingField('headers or headersHelper'), provider);
    }
  }
  return { transport: name, builtin: name };
}

const foreignField = (entry: Node, fields: readonly string[]) =>
  propertiesOf(entry).find(({ key }) => fields.includes(key));

const isTextMap = (node: Node): boolean =>
  node.type === 'object' && node.properties.every(({ valueNode }) => valueNode?.type === 'string');

/** One wrong value in `toolPolicy` drops the whole entry. */
function badPermission(context: Context, uri: string, toolPolicy: Node | undefined): Flaw | undefined {
  if (!toolPolicy) return undefined;
  if (toolPolicy.type !== 'object') {
    return { why: dropped.notAMap('toolPolicy'), certainty: 'validator', origin: originOf(uri, toolPolicy) };
  }
  for (const line of toolPolicy.properties) {
    if (readPermission(context, line.valueNode, uri)) continue;
    return { why: dropped.permission(line.key), certainty: 'validator', origin: originOf(uri, line) };
  }
  return undefined;
}

/** Forms that were read until the cut-off. */
function oldForm(context: Context, uri: string, entry: Node): Flaw | undefined {
  const oauth = property(entry, 'oauth');
  const old = [
    ...['scopes', 'authorityHost'].map((key) => property(entry, key)),
    property(entry, 'transport')?.valueNode && stringOf(child(entry, 'transport')) === 'builtin'
      ? property(entry, 'transport')
      : undefined,
    oauth?.valueNode && ['string', 'number'].includes(oauth.valueNode.type) ? oauth : undefined,
    property(oauth?.valueNode, 'scopes'),
    ...[property(oauth?.valueNode, 'scope')].filter((p) => itemsOf(p?.valueNode).length > 0),
  ].find((p) => p !== undefined);
  if (!old) return undefined;
  const origin = originOf(uri, old);
  if (!context.isCutOff(say.deprecatedForm(old.key), origin)) return undefined;
  return { why: dropped.oldForm(old.key), certainty: 'documented', origin };
}
