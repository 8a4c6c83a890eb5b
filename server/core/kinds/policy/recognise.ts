import { createScanner } from 'jsonc-parser';
import { distinctiveNames as distinctive, knownNames } from '../../policy/catalogue.ts';
import { builtInServers, transports } from '../../policy/entry/variant.ts';
import { formatOf } from '../../policy/format.ts';
import { clusters } from '../../policy/nested.ts';
import { json } from '../../syntax/json/json.ts';
import { child, itemsOf, type Node, type PropertyNode, propertiesOf, stringOf } from '../../syntax/node.ts';
import { appDomain } from '../../syntax/plist/plistPolicy.ts';

/** Token types of the scanner. Its own enum is `const`, which single-file compilers cannot read. */
const kindOf = { openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4, colon: 6, string: 10, end: 17 } as const;

/** A fast check that excludes most files without looking at their structure. */
const distinctiveKey = new RegExp(`"(?:${distinctive.join('|')})"\\s*:`);
const mentionsServer = /"(?:toolPolicy|transport|server)"\s*:/;
const known = new Set(distinctive);

/**
 * Whether a text is a managed policy, whatever its name: JSON with a key of the catalogue or clusters of the nested format at
 * the top level, or a bare list of managed servers; a property list or a registry file for the app. Also works for half-typed
 * and broken text.
 */
export function isPolicy(text: string, uri = ''): boolean {
  const format = formatOf(text);
  if (format === 'plist') return isPropertyList(text);
  if (format === 'registry') return isRegistryFile(text);
  const first = /^\uFEFF?\s*([{[])/.exec(text)?.[1];
  if (first === '[') return mentionsServer.test(text) && isServerList(text);
  if (first !== '{') return false;
  if (isOwnFile.test(uri)) return true;
  return (distinctiveKey.test(text) && (hasTopLevelKey(text) || isWrapped(text))) || isNestedPolicy(text);
}

/** Files of the app itself: the Linux policy, and entries of the local library. */
const isOwnFile = /\/(claude-desktop\/managed-settings|configLibrary\/[a-f0-9-]{36})\.json$/;

const keyElement = new RegExp(`<key>\\s*(?:${distinctive.join('|')})\\s*</key>`);
/**
 * Whether it has a payload or a domain of the app, or keys that only the app has. Manifests that describe the keys, with fields
 * `pfm_…`, are not policies.
 */
const isPropertyList = (text: string): boolean =>
  (text.startsWith('bplist')
    ? text.includes(appDomain) || distinctive.some((name) => text.includes(name))
    : text.includes(`<string>${appDomain}</string>`) || keyElement.test(text)) && !text.includes('<key>pfm_');

const policyKey = /^\[-?HKEY_[A-Z_]+\\SOFTWARE\\Policies\\Claude[\\\]]/im;
const valueName = new RegExp(`^"(?:${distinctive.join('|')})"=`, 'm');
const isRegistryFile = (text: string): boolean => policyKey.test(text) || valueName.test(text);

/** Clusters alone are common words: the version of the format or the provider is required too. */
function isNestedPolicy(text: string): boolean {
  if (!/"(?:\$schemaVersion|inference)"\s*:/.test(text)) return false;
  const { root } = json.parse(text);
  const named = propertiesOf(root).filter(({ key, valueNode }) => clusters.has(key) && valueNode?.type === 'object');
  if (named.length === 0) return false;
  return (
    child(root, '$schemaVersion')?.type === 'number' ||
    stringOf(child(child(root, 'inference'), 'provider')) !== undefined
  );
}

const isWrapped = (text: string): boolean => wrapperOf(json.parse(text).root) !== undefined;

/** Returns the property that wraps the app's keys but is not a key of the app, so that the app reads none of them. */
export function wrapperOf(root: Node | undefined): PropertyNode | undefined {
  const [wrapper, ...others] = propertiesOf(root);
  if (!wrapper || others.length > 0 || knownNames.has(wrapper.key)) return undefined;
  const inside = propertiesOf(wrapper.valueNode);
  const isPolicy =
    inside.filter(({ key }) => known.has(key)).length >= 2 && inside.every(({ key }) => knownNames.has(key));
  return isPolicy ? wrapper : undefined;
}

function hasTopLevelKey(text: string): boolean {
  const scanner = createScanner(text, true);
  let depth = 0;
  let last: string | undefined;
  for (let token: number = scanner.scan(); token !== kindOf.end; token = scanner.scan()) {
    if (token === kindOf.openBrace || token === kindOf.openBracket) depth++;
    else if (token === kindOf.closeBrace || token === kindOf.closeBracket) depth--;
    else if (depth === 1 && token === kindOf.colon && last !== undefined && known.has(last)) return true;
    last = depth === 1 && token === kindOf.string ? scanner.getTokenValue() : undefined;
  }
  return false;
}

function isServerList(text: string): boolean {
  const items = itemsOf(json.parse(text).root);
  return items.every(({ type }) => type === 'object') && items.some(isServer);
}

const isServer = (item: Node): boolean =>
  stringOf(child(item, 'name')) !== undefined &&
  (transports.some((name) => name === stringOf(child(item, 'transport'))) ||
    builtInServers.some((name) => name === stringOf(child(item, 'server'))) ||
    child(item, 'toolPolicy')?.type === 'object');
