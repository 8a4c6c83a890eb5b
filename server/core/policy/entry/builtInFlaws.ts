import { child, type ObjectNode, propertiesOf, property, stringOf } from '../../syntax/node.ts';
import { isPlaceholder } from '../readValue.ts';
import type { FoundFlaw } from './flaw.ts';
import { isGitHubClientId, isTenant } from './identifiers.ts';
import { urlFlaw } from './urlFlaw.ts';
import type { BuiltInServer } from './variant.ts';

const validator = { certainty: 'validator', consequence: 'dropped' } as const;

/**
 * The first apps that have each built-in server; older ones drop its entry. Source:
 * https://claude.com/docs/third-party/claude-desktop/extensions
 */
const firstApps: Readonly<Partial<Record<BuiltInServer, string>>> = { github: '1.25927.0', websearch: '1.15962.0' };

const required: Readonly<Record<BuiltInServer, readonly string[]>> = {
  microsoft365: ['tenantId', 'clientId'],
  github: ['clientId'],
  websearch: ['provider'],
};

/** Yields the flaws of an entry for a server that is built into the app. */
export function* builtInFlaws(entry: ObjectNode, variant: BuiltInServer): Generator<FoundFlaw> {
  const server = child(entry, 'server') ?? entry;
  const before = firstApps[variant];
  for (const field of required[variant])
    if (!property(entry, field)) yield { ...validator, code: 'missing-field', node: server, field };
  if (variant === 'websearch') yield* searchFlaws(entry);
  if (variant === 'microsoft365') yield* formFlaw(entry, 'tenantId', isTenant);
  if (variant === 'microsoft365') yield* formFlaw(entry, 'clientId', (text) => text !== '', variant);
  if (variant === 'github') {
    yield* formFlaw(entry, 'clientId', isGitHubClientId, variant);
    yield* urlFlaw(child(entry, 'host'), 'host', { http: false, loopback: false });
  }
  if (before !== undefined)
    yield {
      certainty: 'documented',
      consequence: 'dropped',
      code: 'newer-server',
      node: server,
      server: variant,
      before,
    };
}

/** @param server the server whose client id the field contains; absent: the field is a tenant */
function* formFlaw(
  entry: ObjectNode,
  field: string,
  isGood: (text: string) => boolean,
  server?: 'microsoft365' | 'github',
): Generator<FoundFlaw> {
  const node = child(entry, field);
  const text = stringOf(node);
  if (!node || text === undefined || isPlaceholder(text) || isGood(text)) return;
  if (server) yield { ...validator, code: 'client-id', node, server };
  else yield { ...validator, code: 'tenant', node, field };
}

/** `custom` requires its URL; the others require a key. */
function* searchFlaws(entry: ObjectNode): Generator<FoundFlaw> {
  yield* urlFlaw(child(entry, 'customUrl'), 'customUrl', { http: false, loopback: true });
  const provider = child(entry, 'provider');
  const word = stringOf(provider) ?? '';
  if (!provider) return;
  if (word === 'custom' && !property(entry, 'customUrl'))
    yield { ...validator, code: 'missing-field', node: provider, field: 'customUrl' };
  if (!['brave', 'tavily', 'exa'].includes(word)) return;
  const headers = child(entry, 'headers');
  const hasHeaders = headers && (headers.type !== 'object' || propertiesOf(headers).length > 0);
  if (!hasHeaders && !child(entry, 'headersHelper'))
    yield { ...validator, code: 'no-search-key', node: provider, provider: word };
}
