import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintFiles } from '../../support/lint.ts';

const found = (policy: unknown) =>
  lintFiles({ 'policy.json': JSON.stringify(policy) }).map(({ rule, message }) => `${rule}: ${message}`);

test('values are accepted in every form that the app reads', () => {
  const policy = {
    inferenceProvider: 'anthropic',
    isLocalDevMcpEnabled: ' TRUE ',
    chatTabEnabled: 1,
    coworkTabEnabled: '0',
    mcpToolTimeoutSec: ' 60 ',
    disabledBuiltinTools: '["Bash"]',
    managedMcpServers: '[{"name":"a","transport":"http","url":"https://a.example.com"}]',
    defaultModelEffort: ' High ',
    allowedPluginMcpServers: [],
    inferenceModels: ['sonnet', { name: 'claude-x', supports1m: true }],
    allowedWorkspaceFolders: ['~/work', { path: '/srv', mode: 'ro' }],
    dangerousMaxVersion: '1.2.3',
  };
  assert.deepEqual(found(policy), []);
});

test('every sort of managed server is accepted, also as a bare list', () => {
  const servers = [
    { name: 'm', server: 'microsoft365', tenantId: 'organizations', clientId: 'x', continuousAccessEvaluation: true },
    { name: 'w', server: 'websearch', provider: 'custom', customUrl: 'https://search.example.com' },
    { name: 'g', server: 'github', clientId: 'Iv1.x', readOnly: 'true' },
    { name: 'p', transport: 'policy-only', toolPolicy: { '*': 'ask' } },
    { name: 'l', transport: 'http', url: 'http://127.0.0.1:8080/mcp' },
    { name: 's', transport: 'stdio', command: 'npx', startupTimeoutSec: '60' },
    { name: 'o', transport: 'sse', url: 'https://o.example.com/sse', oauth: {} },
  ];
  assert.deepEqual(found(servers), []);
});

test('one mistake inside an object is told once, at its own place', () => {
  assert.deepEqual(found({ banner: { enabled: 'true' }, inferenceProvider: 'anthropic' }), [
    'policy/schema: `enabled` must be true or false, but is a string.',
  ]);
  assert.equal(
    found([
      { transport: 'http', url: 'https://a.example.com' },
      { name: 'b', transport: 'policy-only' },
    ]).length,
    1,
  );
});
