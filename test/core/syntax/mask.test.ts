import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mask } from '../../../server/core/mask.ts';

test('the value of a misspelled key of a secret, or one in a list, is hidden', () => {
  assert.equal(mask('"inferenceFoundryApiKey": ["abcdef"]'), '"inferenceFoundryApiKey": ["••••••"]');
  assert.equal(mask('"inferenceAnthropicApiKeyy": "abcdef"'), '"inferenceAnthropicApiKeyy": "••••••"');
  assert.equal(mask('"tokenWindow": "abcdef"'), '"tokenWindow": "abcdef"');
});
