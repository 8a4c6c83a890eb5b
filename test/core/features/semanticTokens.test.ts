import assert from 'node:assert/strict';
import { test } from 'node:test';
import { semanticTokens } from '../../../server/core/features/semanticTokens.ts';
import type { Target } from '../../../server/core/model.ts';
import { base, settings, workspaceOf } from '../../support/lint.ts';

/** Returns the highlighted keys of a policy: key → modifiers. */
function marked(text: string, target: Partial<Target> = {}, name = 'policy.json'): Record<string, string> {
  const document = workspaceOf({ [name]: text }).get(`${base}/${name}`);
  assert.ok(document, 'the file is one of ours');
  const found = semanticTokens(document, { ...settings.target, ...target });
  return Object.fromEntries(
    found.map(({ range, modifiers }) => [text.slice(range.start, range.end), modifiers.join(' ')]),
  );
}

test('keys that the app reads are not marked', () => {
  const policy = {
    inferenceProvider: 'gateway',
    inferenceGatewayBaseUrl: 'https://example.com',
    managedMcpServers: [],
    someKeyOfTomorrow: true,
  };
  assert.deepEqual(marked(JSON.stringify(policy)), {});
  assert.deepEqual(marked('[{"name":"a","transport":"http","url":"https://a.example.com"}]'), {});
});

test('keys of another provider are ignored', () => {
  const text = '{ "inferenceProvider": "vertex", "inferenceBedrockRegion": "x", "inferenceVertexRegion": "y" }';
  assert.deepEqual(marked(text), { inferenceBedrockRegion: 'ignored' });
  assert.deepEqual(marked(text.replace('"vertex"', '"{{provider}}"')), {});
});

test('keys that the oldest app of the fleet does not know are ignored', () => {
  const text = '{ "inferenceProvider": "gateway", "mcpToolTimeoutSec": 60 }';
  assert.deepEqual(marked(text, { minimumVersion: '1.37936.9' }), { mcpToolTimeoutSec: 'ignored' });
  assert.deepEqual(marked(text, { minimumVersion: '1.37937.0' }), {});
});

test('old names are struck through, and ignored once the app refuses them', () => {
  const text = '{ "isDxtEnabled": true, "isDxtDirectoryEnabled": true, "requireCoworkFullVmSandbox": true }';
  assert.deepEqual(marked(text, { date: '2026-10-07T18:59:59Z' }), {
    isDxtEnabled: 'deprecated',
    isDxtDirectoryEnabled: 'deprecated',
    requireCoworkFullVmSandbox: 'deprecated',
  });
  assert.equal(marked(text, { date: '2026-10-07T19:00:00Z' }).isDxtEnabled, 'ignored deprecated');
});

test('removed keys are both', () => {
  const text = '{ "inferenceProvider": "gateway", "disableDefaultPlugins": true }';
  assert.deepEqual(marked(text), { disableDefaultPlugins: 'ignored deprecated' });
});

test('of a part of the file only what stands there is given', () => {
  const text = '{ "isDxtEnabled": true, "isDxtSignatureRequired": true }';
  const document = workspaceOf({ 'policy.json': text }).get(`${base}/policy.json`);
  assert.ok(document);
  const range = { start: text.indexOf('isDxtSign'), end: text.length };
  assert.equal(semanticTokens(document, settings.target, range).length, 1);
  assert.equal(semanticTokens(document, settings.target, { start: 0, end: text.length }).length, 2);
});

test('marks stand at the names in every format', () => {
  const expected = { inferenceBedrockRegion: 'ignored', isDxtEnabled: 'ignored deprecated' };
  const profile = `<?xml version="1.0"?>
<plist version="1.0"><dict>
  <key>inferenceProvider</key><string>vertex</string>
  <key>inferenceBedrockRegion</key><string>x</string>
  <key>isDxtEnabled</key><true/>
</dict></plist>
`;
  assert.deepEqual(marked(profile, {}, 'claude.plist'), expected);
  const registry = `Windows Registry Editor Version 5.00

[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]
"inferenceProvider"="vertex"
"inferenceBedrockRegion"="x"
"isDxtEnabled"=dword:00000001
`;
  assert.deepEqual(marked(registry, {}, 'claude.reg'), expected);
});

test('keys of the nested format are marked where they stand', () => {
  const policy = { $schemaVersion: 2, inference: { provider: 'gateway' }, telemetry: { toolSearchEnabled: true } };
  const text = JSON.stringify(policy);
  assert.deepEqual(marked(text, { minimumVersion: '1.0.0' }), { toolSearchEnabled: 'ignored' });
});
