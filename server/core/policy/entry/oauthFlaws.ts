import { mismatches } from '../../schema/mismatches.ts';
import { child, itemsOf, type Node, type ObjectNode, propertiesOf, property, stringOf } from '../../syntax/node.ts';
import { isPlaceholder } from '../readValue.ts';
import { fieldForms } from './fieldForms.ts';
import type { FoundFlaw } from './flaw.ts';
import { isGuid, isTenant } from './identifiers.ts';
import { urlFlaw } from './urlFlaw.ts';

const validator = { certainty: 'validator', consequence: 'dropped' } as const;

/** The fields of an `oauth` object without a client; `scopes` is the old name of `scope`. */
export const fieldsWithoutClient: readonly string[] = [
  'scope',
  'scopes',
  'appendOfflineAccess',
  'additionalRedirectReferrerHosts',
];

/**
 * Yields the flaws of a remote server's `oauth`. `true`, `false`, null, `[]` and `{}` are accepted; a string or number is an
 * old form.
 * Sources: the app's own validator; https://claude.com/docs/cowork/changelog (1.24012.0: a client is required).
 */
export function* oauthFlaws(oauth: Node | undefined): Generator<FoundFlaw> {
  if (oauth?.type !== 'object') return;
  for (const { key, valueNode } of oauth.properties) {
    const form = fieldForms.get(`oauth.${key}`);
    const isOldForm = valueNode?.type === 'array' && key === 'scope';
    const isSingle = key === 'authorizationServer' && Boolean(stringOf(valueNode));
    if (!form || !valueNode || isOldForm || isSingle) continue;
    for (const wrong of mismatches(form, valueNode))
      if (!isPlaceholder(stringOf(wrong.node) ?? ''))
        yield { ...validator, code: 'wrong-value', field: `oauth.${key}`, ...wrong };
  }
  yield* modeFlaws(oauth);
}

/** One mistake, one flaw: an object that is rejected as a whole is not checked further. */
function* modeFlaws(oauth: ObjectNode): Generator<FoundFlaw> {
  const mode = property(oauth, 'mode');
  if (stringOf(mode?.valueNode) === 'dcr') {
    const other = oauth.properties.find(({ key }) => key !== 'mode');
    if (other) yield { ...validator, code: 'oauth-field-with-dcr', node: other, field: other.key };
    return;
  }
  const client = child(oauth, 'clientId');
  const hasClient = client !== undefined && client.type !== 'null' && stringOf(client) !== '';
  if (!mode && !hasClient) {
    const other = propertiesOf(oauth).find(({ key }) => !fieldsWithoutClient.includes(key));
    if (!other) return;
    const at = { node: other, field: other.key, since: '1.24012.0' };
    yield { certainty: 'documented', consequence: 'dropped', code: 'oauth-without-client', ...at };
    return;
  }
  const isHosted = stringOf(mode?.valueNode) === 'hosted';
  if (isHosted && mode?.valueNode && !property(oauth, 'authorizationServer'))
    yield { ...validator, code: 'oauth-hosted-without-server', node: mode.valueNode };
  yield* addressFlaws(oauth);
  yield* tenantFlaws(oauth, stringOf(client) !== undefined);
  if (stringOf(client)) yield* secretFlaws(oauth, isHosted);
}

function* addressFlaws(oauth: ObjectNode): Generator<FoundFlaw> {
  const servers = child(oauth, 'authorizationServer');
  if (servers && stringOf(servers) && !isPlaceholder(stringOf(servers) ?? ''))
    yield { ...validator, code: 'oauth-server-as-text', node: servers };
  for (const item of itemsOf(servers))
    yield* urlFlaw(item, 'oauth.authorizationServer', { http: false, loopback: true });
  for (const field of ['authorizationUrl', 'tokenUrl'])
    yield* urlFlaw(child(oauth, field), `oauth.${field}`, { http: true, loopback: true });
}

function* secretFlaws(oauth: ObjectNode, isHosted: boolean): Generator<FoundFlaw> {
  const [login, token] = [property(oauth, 'authorizationUrl'), property(oauth, 'tokenUrl')];
  const alone = login && !token ? login : token && !login ? token : undefined;
  if (alone) {
    const other = alone === login ? 'tokenUrl' : 'authorizationUrl';
    yield { ...validator, code: 'oauth-url-alone', node: alone, field: `oauth.${alone.key}`, other };
  }
  const secret = property(oauth, 'clientSecret') ?? property(oauth, 'clientSecretHelper');
  // A hosted server without an `authorizationServer` is rejected anyway.
  if (secret && !isHosted && !property(oauth, 'authorizationServer'))
    yield { ...validator, code: 'oauth-secret-without-server', node: secret, field: `oauth.${secret.key}` };
}

function* tenantFlaws(oauth: ObjectNode, hasClient: boolean): Generator<FoundFlaw> {
  const tenant = property(oauth, 'tenantId');
  const text = stringOf(tenant?.valueNode);
  if (tenant?.valueNode && text !== undefined && !isPlaceholder(text) && !isTenant(text)) {
    yield { ...validator, code: 'tenant', node: tenant.valueNode, field: 'oauth.tenantId' };
    return;
  }
  if (!hasClient) return;
  const flow = child(oauth, 'authFlow');
  if (flow && stringOf(flow) === 'broker' && !(text && (isGuid(text) || isPlaceholder(text)))) {
    yield { ...validator, code: 'oauth-broker-without-tenant', node: flow };
    return;
  }
  if (tenant && text && !property(oauth, 'scope') && !property(oauth, 'scopes'))
    yield { ...validator, code: 'oauth-tenant-without-scope', node: tenant };
}
