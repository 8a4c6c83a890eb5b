import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../../server/core/base/text.ts';
import { connectionRules } from '../../../server/core/kinds/policy/ruleSets/connection.ts';
import { oldHeaders } from '../../../server/core/policy/headerTexts.ts';
import { looksSecret } from '../../../server/core/policy/secrets.ts';
import { json } from '../../../server/core/syntax/json/json.ts';
import { lintFiles, settings } from '../../support/lint.ts';

const own = new Set(connectionRules.map(({ id }) => id));

/** Returns the findings of this set's rules in a policy: their names without the kind, with the severity if it is not the rule's own. */
function said(policy: object, target: Partial<typeof settings.target> = {}, name = 'policy.json'): string[] {
  const fleet = { ...settings.target, minimumVersion: '1.46388.4', ...target };
  return lintFiles({ [name]: JSON.stringify(policy) }, { ...settings, target: fleet })
    .filter(({ rule }) => own.has(rule))
    .map(({ rule, severity }) => {
      const id = rule.slice('policy/'.length);
      return connectionRules.find((r) => r.id === rule)?.severity === severity ? id : `${id} (${severity})`;
    });
}

const gateway = { inferenceProvider: 'gateway', inferenceGatewayBaseUrl: 'https://llm.example.com' };
const bedrock = { inferenceProvider: 'bedrock', inferenceBedrockRegion: 'eu-west-1' };
const vertex = { inferenceProvider: 'vertex', inferenceVertexProjectId: 'a', inferenceVertexRegion: 'global' };
const foundry = { inferenceProvider: 'foundry', inferenceFoundryResource: 'ab', inferenceModels: ['x'] };
const oidc = { clientId: 'c', issuer: 'https://id.example.com' };

const good: Readonly<Record<string, object>> = {
  'Bedrock has the default chain of AWS': bedrock,
  'Vertex has application default credentials': vertex,
  'the Claude API has a sign-in in the browser': { inferenceProvider: 'anthropic' },
  'a provider that nobody knows yet': { inferenceProvider: 'orbital' },
  'an endpoint in place of the resource': {
    inferenceProvider: 'foundry',
    inferenceFoundryBaseUrl: 'https://f.example.com',
    inferenceModels: ['x'],
    inferenceFoundryApiKey: '{{key}}',
  },
  'a helper for Windows alone': { ...gateway, inferenceCredentialHelperWindows: 'C:\\Tools\\token.exe' },
  'a gateway that signs in itself': { ...gateway, inferenceCredentialKind: 'interactive' },
  'texts for booleans': { ...bedrock, modelDiscoveryEnabled: 'true', inferenceModels: ['sonnet'] },
  'a deployment may be called like a family': {
    ...foundry,
    inferenceModels: ['sonnet'],
    modelDiscoveryEnabled: false,
    inferenceFoundryApiKey: '{{key}}',
  },
  'prices that were switched off': { inferenceModelPricingMultiplier: 0.5, inferenceModelPricingEnabled: false },
  'http on this computer': {
    ...gateway,
    inferenceGatewayBaseUrl: 'http://127.0.0.1:4000',
    inferenceCredentialKind: 'interactive',
  },
  'a path in %…% that is filled in later': {
    otlpEndpoint: 'https://o.example.com',
    otlpHeadersHelper: '%ProgramFiles%\\h.exe',
  },
  'headers as JSON in a text': { inferenceCustomHeaders: '{"X-Tenant":"harbour"}' },
  'nothing is exported': { otlpTracesEnabled: false, otlpContentCapture: [], otlpAuthMode: 'none' },
  'names of Claude models behind routers and clouds': {
    ...bedrock,
    inferenceModels: [
      'anthropic/claude-opus-4.5',
      'us.anthropic.claude-x-v1:0',
      'databricks-claude-opus',
      'glm-claude',
      'auto',
    ],
  },
  'a UUID that is filled in later': { deploymentOrganizationUuid: '$ORG_UUID' },
  'trust beside keys of the app itself and a server': {
    trustBootstrapDelivery: true,
    disableAutoUpdates: true,
    bootstrapUrl: 'https://config.example.com',
  },
  'a pattern is no address': { allowedPluginMcpServers: [{ serverUrl: 'https://user@a.example.com/*' }] },
  'an address of git with its user': {
    allowedPluginMarketplaces: [{ source: 'git', url: 'git@git.example.com:a/b.git' }],
  },
  'expiry in a text is no answer of a server': {
    expiresAt: 'soon',
    trustBootstrapDelivery: true,
    bootstrapUrl: 'https://a.example.com',
  },
};
/** In the nested format the places of many keys are unknown, so nothing can be reported as missing. */
const nested: Readonly<Record<string, object>> = {
  'a gateway': {
    $schemaVersion: 2,
    inference: {
      provider: 'gateway',
      baseUrl: 'https://llm.example.com',
      credential: { kind: 'static', apiKey: '{{key}}' },
    },
    otlp: { endpoint: 'https://otel.example.com', authMode: 'inference-credential' },
  },
  Foundry: { $schemaVersion: 2, inference: { provider: 'foundry', resource: 'ab', credential: { ttlSec: 5 } } },
};
for (const [title, policy] of Object.entries(nested))
  test(`clean: nested, ${title}`, () => assert.deepEqual(said(policy), []));

for (const [title, policy] of Object.entries(good)) test(`clean: ${title}`, () => assert.deepEqual(said(policy), []));

const bad: readonly (readonly [title: string, policy: object, ...rules: string[]])[] = [
  [
    'a bootstrap server brings the keys',
    { inferenceProvider: 'vertex', bootstrapUrl: 'https://config.example.com' },
    'bootstrap-replaces',
  ],
  [
    'a bootstrap server that is switched off brings nothing',
    { inferenceProvider: 'vertex', bootstrapUrl: 'https://a.example.com', bootstrapEnabled: '0' },
    'provider-requirements',
  ],
  ['an empty text is no value', { ...bedrock, inferenceBedrockRegion: '' }, 'provider-requirements'],
  [
    'headers are no credential',
    { ...gateway, inferenceCustomHeaders: { 'X-Tenant': 'a' } },
    'provider-requirements (warning)',
  ],
  ['Foundry tells what it lacks once', { inferenceProvider: 'foundry' }, 'provider-requirements'],
  ['an empty list of models', { ...foundry, inferenceModels: [], inferenceFoundryApiKey: '{{k}}' }, 'no-models'],
  [
    'Bedrock behind an identity provider',
    { ...bedrock, inferenceCredentialKind: 'external-idp', inferenceIdpOidc: oidc },
    'no-models',
    'credential-kind-source',
  ],
  ['a written key that is missing', { ...bedrock, inferenceCredentialKind: 'static' }, 'credential-kind-source'],
  [
    'the AWS sign-in without its keys',
    { ...bedrock, inferenceCredentialKind: 'interactive' },
    'credential-kind-source',
  ],
  [
    'the AWS sign-in with a part of its keys',
    { ...bedrock, inferenceCredentialKind: 'interactive', inferenceBedrockSsoRegion: 'eu-west-1' },
    'incomplete-bedrock-sign-in',
  ],
  [
    'a user alone in an address',
    { ...gateway, inferenceCredentialKind: 'interactive', inferenceGatewayBaseUrl: 'https://me@llm.example.com' },
    'credentials-in-url',
  ],
  [
    'a user in the address of a sign-in',
    {
      ...gateway,
      inferenceCredentialKind: 'interactive',
      inferenceGatewayOidc: { ...oidc, issuer: 'https://me:you@id.example.com' },
    },
    'credentials-in-url',
  ],
  [
    'a token of a server that signs in is ignored anyway',
    {
      managedMcpServers: [
        {
          name: 'a',
          transport: 'http',
          url: 'https://a.test/mcp',
          oauth: true,
          headers: { Authorization: 'Bearer 8f14e45fceea167a5a36' },
        },
      ],
    },
  ],
  [
    'a token in an argument',
    {
      managedMcpServers: [
        { name: 'a', transport: 'stdio', command: '/x', args: ['--max-token=4096', 'ghp_a1B2c3D4e5F6g7H8i9J0'] },
      ],
    },
    'secret-in-clear',
  ],
  [
    'a token in old headers',
    { otlpEndpoint: 'https://o.test', otlpHeaders: 'Authorization=Bearer 8f14e45fceea167a5a36' },
    'header-map-form',
    'secret-in-clear',
  ],
];
for (const [title, policy, ...rules] of bad) test(title, () => assert.deepEqual(said(policy).sort(), rules.sort()));

test('what depends on the fleet', () => {
  const search = { ...vertex, toolSearchEnabled: 'true' };
  assert.deepEqual(said(search, { minimumVersion: '1.49584.9' }), ['tool-search-on-vertex']);
  assert.deepEqual(said(search, { minimumVersion: '1.49585.0' }), []);
  const idp = { ...gateway, inferenceCredentialKind: 'external-idp', inferenceIdpOidc: oidc };
  assert.deepEqual(said(idp, { minimumVersion: '1.44121.1' }), ['external-idp-version']);
  // Without a minimum version, nothing is known about older apps.
  assert.deepEqual(said(idp), []);
  assert.deepEqual(said(idp, { minimumVersion: '2.7032.0' }), []);
  const scheme = { ...gateway, inferenceGatewayAuthScheme: 'sso' };
  assert.deepEqual(said(scheme, { date: '2026-10-07T18:59:59Z' }), ['old-gateway-auth-scheme (warning)']);
  assert.deepEqual(said(scheme, { date: '2026-10-07T19:00:00Z' }), ['old-gateway-auth-scheme']);
  const client = { allowOptionalClientAuth: true };
  assert.deepEqual(said(client, { date: '2026-11-17T19:59:59Z' }), ['optional-client-auth (warning)']);
  assert.deepEqual(said(client, { date: '2026-11-17T20:00:00Z' }), ['optional-client-auth']);
});

test('an answer of a bootstrap server is known by its expiry or its name', () => {
  const served = { ...gateway, inferenceCredentialKind: 'interactive', egressProxyUrl: 'http://proxy.example.com' };
  assert.deepEqual(said(served), []);
  assert.deepEqual(said({ ...served, expiresAt: 1798761600 }), ['not-in-bootstrap-response']);
  assert.deepEqual(said(served, {}, 'bootstrap_response.json'), ['not-in-bootstrap-response']);
  assert.deepEqual(said(served, {}, 'bootstrap.json'), []);
});

test('each fix of a missing key leaves a file without the mistake, in each format', () => {
  const policies = [
    { inferenceProvider: 'vertex' },
    { inferenceProvider: 'foundry', inferenceFoundryApiKey: '{{k}}' },
    { ...bedrock, inferenceBedrockSsoRegion: 'eu-west-1' },
    { ...bedrock, modelDiscoveryEnabled: 'false' },
  ];
  const head = 'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]\r\n';
  for (const policy of policies) {
    const keys = Object.entries(policy);
    const xml = keys.map(([key, value]) => `<key>${key}</key><string>${value}</string>`).join('\n');
    const texts = {
      'policy.json': JSON.stringify(policy),
      'policy.plist': `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict>\n${xml}\n</dict></plist>\n`,
      'policy.reg': `${head}${keys.map(([key, value]) => `"${key}"="${value}"\r\n`).join('')}`,
    };
    for (const [name, text] of Object.entries(texts)) {
      const fix = lintFiles({ [name]: text })[0]?.fixes?.[0];
      assert.ok(fix, text);
      const fixed = applyEdits(text, fix.edits);
      const left = lintFiles({ [name]: fixed }).map(({ rule, message }) => `${rule} ${message}`);
      assert.deepEqual(left, [], fixed);
    }
  }
});

test('old forms of headers', () => {
  const read = (value: unknown) => {
    const { root } = json.parse(JSON.stringify(value));
    assert.ok(root);
    return oldHeaders(root);
  };
  assert.deepEqual(read('a=1,b=2'), { a: '1', b: '2' });
  assert.deepEqual(read('Accept: text/html, text/plain'), { Accept: 'text/html, text/plain' });
  assert.deepEqual(read('Authorization=Basic dXNlcg=='), { Authorization: 'Basic dXNlcg==' });
  assert.deepEqual(read('X-A: 1\nX-B: https://a.example.com'), { 'X-A': '1', 'X-B': 'https://a.example.com' });
  assert.deepEqual(read(['X-A: 1', 'X-B=2']), { 'X-A': '1', 'X-B': '2' });
  for (const unclear of ['nothing here', ['X-A: 1', 5], 'a=1,A=2', [], '']) assert.equal(read(unclear), undefined);
});

test('what looks like a secret', () => {
  for (const secret of [
    'ghp_a1B2c3D4e5F6g7H8i9J0',
    'Bearer 8f14e45fceea167a5a36',
    'https://a.test/mcp?api_key=a1b2c3d4e5f6g7h8i9j0',
  ]) {
    assert.ok(looksSecret(secret), secret);
  }
  for (const plain of [
    '',
    'harbour',
    '${TOKEN}',
    'Bearer {{token}}',
    'Bearer <your-token>',
    'sk-your-key-goes-here-please',
    'Bearer token',
    '--max-token=4096',
    'https://user:word@a.test/mcp',
    '$API_KEY',
  ]) {
    assert.ok(!looksSecret(plain), plain);
  }
});
