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
