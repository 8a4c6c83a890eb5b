import type { TextRange } from '../../base/text.ts';
import { type Node, type PropertyNode, toValue, walk } from '../../syntax/node.ts';
import type { Parsed, PlistContainer } from '../../syntax/syntax.ts';
import { knownNames, policyKeys } from '../catalogue.ts';
import { decodeBoolean, decodeInteger, decodeJson } from '../decode.ts';
import { settingsOf } from '../flatten.ts';
import { flatView, isView } from '../flatView.ts';
import { isStructured } from '../keyFlags.ts';
import { ConvertError, type Json, type PolicyEntry } from './policyFormat.ts';
import { profileAround } from './profileAround.ts';
import { registryAround } from './registryAround.ts';
import { unreadTypes } from './unreadTypes.ts';

export interface ReadPolicy {
  readonly entries: readonly PolicyEntry[];
  /** The range of each key with its value. */
  readonly places: ReadonlyMap<string, TextRange>;
  /** What is left out, one sentence each. */
  readonly warnings: readonly string[];
  /** Identifier and name of the profile from which it was read. */
  readonly identifier?: string | undefined;
  readonly displayName?: string | undefined;
  /** All values are under HKEY_CURRENT_USER. */
  readonly isUserPolicy?: boolean;
}

/**
 * Returns the keys of a policy with their values, decoded like the app does: `"true"` of a boolean key is true. What cannot be
 * decoded stays a string. If a key occurs twice, the last one counts.
 * @throws ConvertError if the text is not a policy.
 */
export function readPolicy(parsed: Parsed): ReadPolicy {
  const { root, container } = parsed;
  if (root?.type !== 'object' && root?.type !== 'array') throw new ConvertError('The file does not contain a policy.');
  if (container?.format === 'registry') {
    const { properties, ...around } = registryAround(parsed, container.sections);
    return { ...entriesOf(properties.map((property) => [property.key, property])), ...around };
  }
  const settings = [...settingsOf('', root)].map(([key, { property }]) => [key, property] as const);
  if (container?.format === 'plist') return readPlist(settings, container);
  const read = entriesOf(settings);
  const warnings = [
    ...(root.type === 'array' ? ['The list is read as `managedMcpServers`.'] : []),
    ...(isView(flatView(root)) ? ['The nested format was converted to flat keys.'] : []),
  ];
  return { ...read, warnings };
}

/** Like a registry value of a type that the app does not read, a key with bytes or a date is left out. */
function readPlist(settings: readonly (readonly [string, PropertyNode])[], container: PlistContainer): ReadPolicy {
  const isUnread = ([, { valueNode }]: (typeof settings)[number]) =>
    [...walk(valueNode)].some((node) => 'element' in node && node.element !== undefined);
  const unread = settings.filter(isUnread).map(([key]) => key);
  const { warnings, ...around } = profileAround(container);
  return {
    ...entriesOf(settings.filter((setting) => !isUnread(setting))),
    ...around,
    warnings: [...unreadTypes(unread), ...warnings],
  };
}

function entriesOf(properties: readonly (readonly [string, PropertyNode])[]) {
  const entries: PolicyEntry[] = [];
  const places = new Map<string, TextRange>();
  for (const [key, { valueNode, range }] of properties) {
    if (!valueNode) continue;
    entries.push({ key, value: decodedValue(key, valueNode) });
    places.set(key, range);
  }
  return { entries, places };
}

/**
 * Checks that an object is a policy. Files of other programs are objects and lists too; a policy without keys is valid.
 * @throws ConvertError if no app ever knew any of the keys.
 */
export function requireKnownKeys(entries: readonly PolicyEntry[]): void {
  const isKnown = ({ key, value }: PolicyEntry) =>
    knownNames.has(key) && !(key === 'managedMcpServers' && isListOfScalars(value));
  if (entries.length > 0 && !entries.some(isKnown))
    throw new ConvertError('The file does not contain a policy: none of its keys is known.');
}

const isListOfScalars = (value: Json): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((item) => typeof item !== 'object' || item === null);

function decodedValue(key: string, node: Node): Json {
  const type = policyKeys.get(key)?.type;
  if (node.type === 'null') return null;
  if (node.type === 'string' && node.value === '') return '';
  if (type === undefined) return ofUnknownKey(node);
  if (type === 'boolean') return decoded(decodeBoolean(node), node);
  if (type === 'integer' || type === 'number') return decodedNumber(node);
  if (!isStructured(key)) return textOf(node);
  const tree = decodeJson(node);
  return tree.is === 'value' ? (toValue(tree.value) as Json) : textOf(node);
}

const decoded = (result: ReturnType<typeof decodeBoolean>, node: Node): Json =>
  result.is === 'value' ? result.value : textOf(node);

/** A number with more digits than can be represented exactly stays a string. */
function decodedNumber(node: Node): Json {
  const result = decodeInteger(node);
  if (result.is !== 'value') return textOf(node);
  const isExact = node.type === 'number' || Number.isSafeInteger(result.value) || !Number.isInteger(result.value);
  return isExact ? result.value : textOf(node);
}

/**
 * Decodes the value of an unknown key. Its type is unknown, and two formats have only strings; so in every format, a string
 * that reads as a list or object, as true or false, or as a number in its shortest form is decoded as such.
 */
function ofUnknownKey(node: Node): Json {
  if (node.type !== 'string') return toValue(node) as Json;
  const text = String(node.value);
  if (text === 'true' || text === 'false') return text === 'true';
  if (text !== '' && String(Number(text)) === text && Number.isFinite(Number(text))) return Number(text);
  // Parsing would round a number of so many digits.
  if (!/^\s*[[{]/.test(text) || /\d{16}/.test(text)) return text;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? (value as Json) : text;
  } catch {
    return text;
  }
}

/** Returns a value as the string that property lists and the registry contain. */
function textOf(node: Node): string {
  if (node.embedded) return node.embedded.in.text;
  if (node.type === 'string') return String(node.value);
  return node.type === 'object' || node.type === 'array' ? JSON.stringify(toValue(node)) : String(node.value);
}
