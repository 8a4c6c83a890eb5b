import { missingClause, wrongClause } from '../../schema/messages.ts';
import { mismatches } from '../../schema/mismatches.ts';
import { child, type Node, type ObjectNode, propertiesOf, property, stringOf } from '../../syntax/node.ts';
import { permissionWords } from '../managedServers.ts';
import { isPlaceholder } from '../readValue.ts';
import { builtInFlaws } from './builtInFlaws.ts';
import { commandProblem, isAbsolute } from './command.ts';
import { fieldForms } from './fieldForms.ts';
import { type EntryContext, type EntryFlaw, type FoundFlaw, isInForce } from './flaw.ts';
import { oauthFlaws } from './oauthFlaws.ts';
import { urlFlaw } from './urlFlaw.ts';
import {
  builtInServers,
  everyField,
  hasField,
  isBuiltIn,
  ownServerFields,
  transports,
  type Variant,
  variantOf,
} from './variant.ts';

/**
 * From this release on, a bootstrap server can deliver local servers. Source:
 * https://claude.com/docs/third-party/claude-desktop/bootstrap
 */
const localFromBootstrapSince = '1.19367.0';

/**
 * Returns what is wrong with an entry of `managedMcpServers`, and what the app does because of it. This is the only place that
 * decides it: rules turn flaws into messages and fixes, the effective tool set into states and notes. Placeholders (`{{url}}`)
 * are never wrong.
 * Sources: the app's own validator; https://claude.com/docs/third-party/claude-desktop/configuration and
 * …/configuration-changelog
 * @returns the flaws; those that best explain why an entry is dropped come first.
 */
export function entryFlaws(entry: Node, context: EntryContext): readonly EntryFlaw[] {
  return [...foundIn(entry, context)].map((flaw) => ({ ...flaw, isInForce: isInForce(flaw, context) }));
}

const validator = { certainty: 'validator', consequence: 'dropped' } as const;
const oldForm = { certainty: 'documented', consequence: 'old-form' } as const;

function* foundIn(entry: Node, context: EntryContext): Generator<FoundFlaw> {
  if (entry.type !== 'object') {
    yield { ...validator, code: 'not-an-object', node: entry };
    return;
  }
  yield* nameFlaws(entry);
  yield* permissionFlaws(entry);
  const variant = variantOf(entry);
  yield* oldNames(entry, variant);
  yield* property(entry, 'server') ? serverFlaws(entry) : transportFlaws(entry, context);
  if (!variant) return;
  if (variant === 'stdio' && context.isFromBootstrap) yield localFromBootstrap(entry);
  yield* fieldFlaws(entry, variant);
  if (isBuiltIn(variant)) yield* builtInFlaws(entry, variant);
  if (variant === 'remote') yield* remoteFlaws(entry, context);
  if (variant === 'stdio') yield* localFlaws(entry);
}

function* nameFlaws(entry: ObjectNode): Generator<FoundFlaw> {
  const name = child(entry, 'name');
  if (stringOf(name)) return;
  const clause = name ? clauseFor('name', name) : missingClause('name');
  yield { ...validator, code: 'no-name', node: name ?? entry, clause };
}

/** Returns what the schema says about an invalid value of a field. */
const clauseFor = (field: string, node: Node): string => wrongClause(fieldForms.get(field) ?? {}, node);

/** Values are case-sensitive, and one bad value drops the entry. */
function* permissionFlaws(entry: ObjectNode): Generator<FoundFlaw> {
  for (const line of propertiesOf(child(entry, 'toolPolicy'))) {
    const { key: tool, valueNode } = line;
    const word = stringOf(valueNode);
    if (!valueNode || permissionWords.some((known) => known === word) || isPlaceholder(word ?? '')) continue;
    if (word === 'ask-session') yield { ...oldForm, code: 'ask-session', node: line, tool };
    else yield { ...validator, code: 'permission', node: line, tool };
  }
}

function* oldNames(entry: ObjectNode, variant: Variant | undefined): Generator<FoundFlaw> {
  for (const field of ['scopes', 'authorityHost']) {
    const found = property(entry, field);
    if (found?.valueNode) yield { ...oldForm, code: 'old-name', node: found, field };
  }
  const scope = child(entry, 'scope');
  if (scope?.type === 'array' && variant && hasField(variant, 'scope'))
    yield { ...oldForm, code: 'scope-as-list', node: scope, field: 'scope' };
  yield* oldOauth(entry);
}

function* oldOauth(entry: ObjectNode): Generator<FoundFlaw> {
  const oauth = child(entry, 'oauth');
  if (!oauth) return;
  if ((oauth.type === 'string' || oauth.type === 'number') && !isPlaceholder(stringOf(oauth) ?? ''))
    yield { ...oldForm, code: 'oauth-as-text', node: oauth };
  const scopes = property(oauth, 'scopes');
  if (scopes?.valueNode) yield { ...oldForm, code: 'old-name', node: scopes, field: 'oauth.scopes' };
  const scope = child(oauth, 'scope');
  if (scope?.type === 'array') yield { ...oldForm, code: 'scope-as-list', node: scope, field: 'oauth.scope' };
}

function* serverFlaws(entry: ObjectNode): Generator<FoundFlaw> {
  const server = child(entry, 'server');
  const word = stringOf(server);
  if (server && word === undefined)
    yield { ...validator, code: 'wrong-value', node: server, field: 'server', clause: clauseFor('server', server) };
  else if (server && !builtInServers.some((known) => known === word) && !isPlaceholder(word ?? ''))
    yield { ...validator, code: 'unknown-server', node: server };
  const transport = property(entry, 'transport');
  if (stringOf(transport?.valueNode) === 'builtin' && transport)
    yield { ...oldForm, code: 'transport-of-built-in', node: transport };
}

function* transportFlaws(entry: ObjectNode, context: EntryContext): Generator<FoundFlaw> {
  const transport = property(entry, 'transport');
  const value = transport?.valueNode;
  if (!transport) {
    // An entry without `url` and `command` is dropped because it has no URL.
    if (!property(entry, 'url') && variantOf(entry) === 'remote') return;
    const flaw = { code: 'missing-transport', node: child(entry, 'name') ?? entry } as const;
    // Until the cut-off, the app assumes http and does not find a URL.
    const isLost = !child(entry, 'url') && !isInForce({ ...oldForm, node: entry }, context);
    yield isLost ? { ...validator, ...flaw } : { ...oldForm, ...flaw };
    return;
  }
  const word = stringOf(value);
  if (!value || transports.some((known) => known === word) || isPlaceholder(word ?? '')) return;
  if (word === undefined)
    yield { ...validator, code: 'wrong-value', node: value, field: 'transport', clause: clauseFor('transport', value) };
  else yield { ...validator, code: 'unknown-transport', node: value };
}

/** Types and ranges are checked strictly inside an entry. Fields of another type of server are ignored, or drop a strict entry. */
function* fieldFlaws(entry: ObjectNode, variant: Variant): Generator<FoundFlaw> {
  const isStrict = variant !== 'remote' && variant !== 'stdio';
  for (const found of entry.properties) {
    const { key: field, valueNode: value } = found;
    if (hasField(variant, field)) {
      const form = fieldForms.get(field);
      // Names, transports and lists of scopes have separate flaws.
      if (!form || !value || field === 'name' || field === 'transport') continue;
      if (field === 'scope' && value.type === 'array') continue;
      for (const wrong of mismatches(form, value))
        if (!isPlaceholder(stringOf(wrong.node) ?? '')) yield { ...validator, code: 'wrong-value', field, ...wrong };
    } else if (isStrict && ownServerFields.includes(field)) {
      if (field !== 'transport' || stringOf(value) !== 'builtin')
        yield { ...validator, code: 'foreign-field', node: found, field, variant };
    } else if (everyField.has(field) && !(isStrict && field.endsWith('Sec'))) {
      // What a strict entry does with the TTLs of helpers is unknown.
      yield {
        certainty: 'validator',
        consequence: 'field-ignored',
        code: 'ignored-field',
        node: found,
        field,
        variant,
      };
    }
  }
}

function* remoteFlaws(entry: ObjectNode, { isFromBootstrap }: EntryContext): Generator<FoundFlaw> {
  const url = property(entry, 'url');
  if (!url || stringOf(url.valueNode) === '')
    yield { ...validator, code: 'missing-field', node: url?.valueNode ?? child(entry, 'name') ?? entry, field: 'url' };
  else yield* urlFlaw(url.valueNode, 'url', { http: !isFromBootstrap, loopback: !isFromBootstrap });
  yield* oauthFlaws(child(entry, 'oauth'));
}

function localFromBootstrap(entry: ObjectNode): FoundFlaw {
  const node = property(entry, 'command') ?? child(entry, 'name') ?? entry;
  const before = localFromBootstrapSince;
  return { certainty: 'documented', consequence: 'dropped', code: 'local-from-bootstrap', node, before };
}

function* localFlaws(entry: ObjectNode): Generator<FoundFlaw> {
  const command = property(entry, 'command');
  if (!command || stringOf(command.valueNode)?.trim() === '') {
    const node = command?.valueNode ?? child(entry, 'name') ?? entry;
    yield { ...validator, code: 'missing-field', node, field: 'command' };
  }
  for (const field of ['command', 'envHelper']) {
    const node = child(entry, field);
    const text = stringOf(node);
    if (!node || !text?.trim() || isPlaceholder(text)) continue;
    const isRelative = field === 'envHelper' && !isAbsolute(text);
    const problem = commandProblem(text) ?? (isRelative ? 'not-absolute' : undefined);
    if (problem) yield { ...validator, code: 'command', node, field, problem };
  }
}
