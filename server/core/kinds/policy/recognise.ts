import { createScanner } from 'jsonc-parser';
import { json } from '../../syntax/json.ts';
import { child, itemsOf, type Node, stringOf } from '../../syntax/node.ts';
import { knownNames } from './catalogue.ts';

/** Kinds of tokens as the scanner numbers them. Its enum is `const`, which single-file compilers cannot read. */
const kindOf = { openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4, colon: 6, string: 10, end: 17 } as const;

/** Names that other programs use for their own settings too: alone they make no policy. */
const ambiguous = new Set([
  'banner',
  'effortLevel',
  'skillBundles',
  'disableBypassPermissionsMode',
  'deploymentMode',
  'coworkWebSearchEnabled',
  'dictationEnabled',
]);
const distinctive = [...knownNames].filter((name) => !ambiguous.has(name));
/** Cheap: tells most files away without looking at their structure. */
const mentions = new RegExp(`"(?:${distinctive.join('|')})"\\s*:`);
const mentionsServer = /"(?:toolPolicy|transport|server)"\s*:/;
const known = new Set(distinctive);

/**
 * Whether a JSON text is a managed policy: an object with a key of the catalogue at its top, or a bare list of managed
 * servers. Works on half-typed and broken text. No file name is asked for: admins give these files any name.
 */
export function isPolicy(text: string): boolean {
  const first = /^\uFEFF?\s*([{[])/.exec(text)?.[1];
  if (first === '{') return mentions.test(text) && hasTopLevelKey(text);
  return first === '[' && mentionsServer.test(text) && isServerList(text);
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

const transports = ['http', 'sse', 'stdio', 'policy-only'];
const builtinServers = ['microsoft365', 'websearch', 'github'];

function isServerList(text: string): boolean {
  const items = itemsOf(json.parse(text).root);
  return items.every(({ type }) => type === 'object') && items.some(isServer);
}

const isServer = (item: Node): boolean =>
  stringOf(child(item, 'name')) !== undefined &&
  (transports.includes(stringOf(child(item, 'transport')) ?? '') ||
    builtinServers.includes(stringOf(child(item, 'server')) ?? '') ||
    child(item, 'toolPolicy')?.type === 'object');
