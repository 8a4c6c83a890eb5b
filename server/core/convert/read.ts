import { policyKeys } from '../kinds/policy/catalogue.ts';
import { decodeBoolean, decodeInteger, decodeJson } from '../kinds/policy/decode.ts';
import { settingsOf } from '../kinds/policy/flatten.ts';
import { isStructured } from '../kinds/policy/syntax.ts';
import { child, type Node, stringOf, toValue } from '../syntax/node.ts';
import type { Parsed, PlistContainer, RegistryContainer } from '../syntax/syntax.ts';
import { ConvertError, type Json, type PolicyEntry } from './model.ts';

export interface ReadPolicy {
  readonly entries: readonly PolicyEntry[];
  /** What is left behind, a sentence each. */
  readonly warnings: readonly string[];
  /** The identifier of the profile that it was read from. */
  readonly identifier?: string | undefined;
  /** The values stood under HKEY_CURRENT_USER alone. */
  readonly isUserPolicy?: boolean;
}

/**
 * The keys of a policy with their values, decoded as the app decodes them: `"true"` of a boolean key is true. What cannot be
 * decoded stays the text that it is. Of a key that stands twice the last counts.
 * @throws ConvertError when the text is no policy.
 */
export function readPolicy(parsed: Parsed): ReadPolicy {
  const { root, container } = parsed;
  if (root?.type !== 'object' && root?.type !== 'array') throw new ConvertError('The file holds no policy.');
  const entries: PolicyEntry[] = [];
  for (const [key, { property }] of settingsOf('', root)) {
    if (property.valueNode) entries.push({ key, value: decodedValue(key, property.valueNode) });
  }
  const warnings = [...(root.type === 'array' ? ['The list is taken for `managedMcpServers`.'] : [])];
  if (container?.format === 'plist') return { entries, ...ofPlist(container, warnings) };
  if (container?.format === 'registry') return { entries, ...ofRegistry(container, warnings) };
  if (child(root, '$schemaVersion')) warnings.push('The nested format is written as flat keys.');
  return { entries, warnings };
}

function decodedValue(key: string, node: Node): Json {
  const type = policyKeys.get(key)?.type;
  if (node.type === 'null' || (node.type === 'string' && node.value === '')) return '';
  if (type === undefined) return ofUnknownKey(node);
  if (type === 'boolean') return decoded(decodeBoolean(node), node);
  if (type === 'integer' || type === 'number') return decodedNumber(node);
  if (!isStructured(key)) return textOf(node);
  const tree = decodeJson(node);
  return tree.is === 'value' ? (toValue(tree.value) as Json) : textOf(node);
}

const decoded = (result: ReturnType<typeof decodeBoolean>, node: Node): Json =>
  result.is === 'value' ? result.value : textOf(node);

/** Digits beyond what a number holds exactly stay a text. */
function decodedNumber(node: Node): Json {
  const result = decodeInteger(node);
  if (result.is !== 'value') return textOf(node);
  const isExact = node.type === 'number' || Number.isSafeInteger(result.value) || !Number.isInteger(result.value);
  return isExact ? result.value : textOf(node);
}

/**
 * The type of a key that nobody knows is unknown too, and two formats hold texts alone: a text that reads as a list or an object,
 * as true or false, or as a number in its shortest form is taken for it, in every format.
 */
function ofUnknownKey(node: Node): Json {
  if (node.type !== 'string') return toValue(node) as Json;
  const text = String(node.value);
  if (text === 'true' || text === 'false') return text === 'true';
  if (text !== '' && String(Number(text)) === text && Number.isFinite(Number(text))) return Number(text);
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? (value as Json) : text;
  } catch {
    return text;
  }
}

/** A value as the text that property lists and the registry hold. */
function textOf(node: Node): string {
  if (node.embedded) return node.embedded.in.text;
  if (node.type === 'string') return String(node.value);
  return node.type === 'object' || node.type === 'array' ? JSON.stringify(toValue(node)) : String(node.value);
}

function ofPlist({ form, payloads, outer }: PlistContainer, warnings: string[]) {
  const others = payloads.filter(({ type }) => type !== 'com.anthropic.claudefordesktop').length;
  if (form === 'profile' && others > 0)
    warnings.push(`${others === 1 ? 'One payload' : `${others} payloads`} for other apps left out.`);
  return { warnings, identifier: stringOf(child(outer, 'PayloadIdentifier')) };
}

function ofRegistry({ sections }: RegistryContainer, warnings: string[]) {
  const isPolicy = (hive: string) =>
    sections.some(
      ({ path, values }) =>
        values.length > 0 && path.toLowerCase() === `${hive}\\software\\policies\\claude`.toLowerCase(),
    );
  const [machine, user] = [isPolicy('HKEY_LOCAL_MACHINE'), isPolicy('HKEY_CURRENT_USER')];
  if (machine && user)
    warnings.push('Values of both hives are put together; the app would read those of HKEY_LOCAL_MACHINE alone.');
  const unread = sections
    .flatMap(({ values }) => values)
    .filter(({ type }) => !['REG_SZ', 'REG_DWORD', 'DELETE'].includes(type));
  if (unread.length > 0)
    warnings.push(
      `Left out, since the app cannot read their type: ${unread.map(({ name }) => name || '(default)').join(', ')}.`,
    );
  return { warnings, isUserPolicy: user && !machine };
}
