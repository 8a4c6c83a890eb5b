import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mask } from '../../../server/core/base/mask.ts';

test('the value of a misspelled key of a secret, or one in a list, is hidden', () => {
  assert.equal(mask('"inferenceFoundryApiKey": ["abcdef"]'), '"inferenceFoundryApiKey": ["••••••"]');
  assert.equal(mask('"inferenceAnthropicApiKeyy": "abcdef"'), '"inferenceAnthropicApiKeyy": "••••••"');
  assert.equal(mask('"tokenWindow": "abcdef"'), '"tokenWindow": "abcdef"');
});

test('a secret is hidden in every format of a policy, at its length', () => {
  const hidden = (text: string): string => {
    const masked = mask(text);
    assert.equal(masked.length, text.length);
    return masked;
  };
  assert.equal(hidden('"inferenceGatewayApiKey"="abcdef"'), '"inferenceGatewayApiKey"="••••••"');
  assert.equal(hidden('"banner"="abcdef"'), '"banner"="abcdef"');
  assert.equal(
    hidden('"managedMcpServers"="[{\\"headers\\":{\\"X-Api-Key\\":\\"abcdef\\"}}]"'),
    '"managedMcpServers"="[{\\"headers\\":{\\"X-Api-Key\\":\\"••••••\\"}}]"',
  );
  assert.equal(
    hidden('<string>{&quot;Authorization&quot;: &quot;abcdef&quot;}</string>'),
    '<string>{&quot;Authorization&quot;: &quot;••••••&quot;}</string>',
  );
  assert.equal(
    hidden('<key>inferenceGatewayApiKey</key>\n  <string>abcdef</string>'),
    '<key>inferenceGatewayApiKey</key>\n  <string>••••••</string>',
  );
  assert.equal(hidden('<string>Bearer abcdefgh</string>'), '<string>Bearer ••••••••</string>');
  assert.equal(
    hidden('<key>inferenceProvider</key><string>gateway</string>'),
    '<key>inferenceProvider</key><string>gateway</string>',
  );
});

const leaks: readonly [what: string, text: string][] = [
  [
    'a header of any name',
    '{ "name": "a", "headers": { "X-Session": "LEAK1", "X-B": "LEAK2" }, "url": "https://a.example" }',
  ],
  ['a variable of the environment', '"env": {"PW": "LEAK1", "B": "LEAK\\"2" }'],
  ['headers as one text', '"headers": "Authorization: LEAK1"'],
  ['headers as a list', '"headers": ["Authorization: LEAK1", "B: LEAK2"]'],
  ['headers in escaped JSON', '"managedMcpServers"="[{\\"headers\\":{\\"X-Session\\":\\"LEAK1\\"}}]"'],
  ['headers in JSON in XML', '<string>{&quot;headers&quot;: {&quot;X&quot;: &quot;LEAK1&quot;}}</string>'],
  ['headers of a property list', '<key>headers</key><dict><key>X</key><string>LEAK1</string></dict>'],
  ['a registry value without quotes', '"inferenceGatewayApiKey"=LEAK1 LEAK2'],
  ['a JSON value without quotes', '{ "apiKey": LEAK1, "name": "a" }'],
  [
    'a key of a property list with stray text behind it',
    '<key>inferenceGatewayApiKey</key> stray <string>LEAK1</string>',
  ],
  ['an option', '`srv --api-key LEAK1`'],
  ['an option with =', 'srv --pass=LEAK1 --db-password=LEAK2'],
  ['a short option', 'mysql -pLEAK1'],
  ['an option in a list', '"args": ["--api-key", "LEAK1"]'],
];
for (const [what, text] of leaks) {
  test(`a secret is hidden: ${what}`, () => {
    const masked = mask(text);
    assert.doesNotMatch(masked, /LEAK/);
    assert.equal(masked.length, text.length);
  });
}

for (const text of [
  '"url": "https://crm.example.com/mcp"',
  '"args": ["-y", "@example/ledger-mcp", "--port", "8080", "-p", "8080", "--author", "me"]',
  '"command": "npx -y @example/x --max-tokens 4096"',
  '"inferenceSessionLifetimeSec": 3600, "tokenWindow": 12',
  '<key>name</key><string>wiki</string>',
]) {
  test(`nothing is hidden: ${text}`, () => assert.equal(mask(text), text));
}
