import assert from 'node:assert/strict';
import { test } from 'node:test';
import { join } from '../../../server/core/base/uri.ts';
import { maskedText } from '../../../server/core/workspace/maskedText.ts';
import { base, workspaceOf } from '../../support/lint.ts';

const texts: Readonly<Record<string, string>> = {
  'org-plugins/p/.mcp.json':
    '{ "mcpServers": { "a": { "command": "a", "env": { "PW": { "value": "LEAK1" }, "B": 12345 }, "headers": ["LEAK2"] } } }',
  'org-plugins/p/agents/a.md':
    '---\nname: a\nmcpServers:\n  - a:\n      url: https://a.example\n      headers:\n        X-Session: LEAK1\n      apiKey: LEAK2\n---\n',
  'policy.json': '{ "inferenceProvider": "gateway", "inferenceGatewayApiKey": ["LEAK1", "LEAK2"] }',
};
for (const [path, text] of Object.entries(texts)) {
  test(`no secret is shown of ${path}`, () => {
    const document = workspaceOf(texts).get(join(base, path));
    assert.ok(document);
    const shown = maskedText(document);
    assert.doesNotMatch(shown, /LEAK1|LEAK2|12345/);
    assert.equal(shown.length, text.length);
    assert.match(shown, /name|mcpServers|inferenceProvider/);
  });
}

test('permissions of tools are shown, whatever the tools are called', () => {
  const text =
    '{ "inferenceProvider": "anthropic", "managedMcpServers": [{ "name": "a", "transport": "http", "url": "https://a.example/mcp", "toolPolicy": { "read_secret": "blocked" } }] }';
  const document = workspaceOf({ 'policy.json': text }).get(join(base, 'policy.json'));
  assert.equal(document && maskedText(document), text);
});
