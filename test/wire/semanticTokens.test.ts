import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SemanticTokens, SemanticTokensOptions } from 'vscode-languageserver-protocol/node';
import { kinds } from '../../server/core/kinds/index.ts';
import { at, capable, connect } from './support.ts';

const text = `{
  "inferenceProvider": "vertex",
  "inferenceBedrockRegion": "x",
  "isDxtEnabled": true,
  "disableDefaultPlugins": true
}`;
const textDocument = { uri: at('policy.json') };

test('keys that the app ignores or wants no more are marked', async (context) => {
  const client = await connect(context, { kinds });
  const { legend }: SemanticTokensOptions = client.initialized.capabilities.semanticTokensProvider ?? assert.fail();
  assert.deepEqual(legend, {
    tokenTypes: ['property', 'variable', 'parameter', 'string'],
    tokenModifiers: ['ignored', 'deprecated'],
  });
  await client.open('policy.json', text);
  const all: SemanticTokens = await client.connection.sendRequest('textDocument/semanticTokens/full', { textDocument });
  // Line and character from the token before, length, type, modifiers.
  assert.deepEqual(all.data, [2, 3, 22, 0, 1, 1, 3, 12, 0, 3, 1, 3, 21, 0, 3]);
  const range = { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } };
  const some: SemanticTokens = await client.connection.sendRequest('textDocument/semanticTokens/range', {
    textDocument,
    range,
  });
  assert.deepEqual(some.data, [3, 3, 12, 0, 3]);
});

test('the editor asks again when settings change what is marked', async (context) => {
  const semanticTokens = { refreshSupport: true };
  const capabilities = { ...capable, workspace: { ...capable.workspace, semanticTokens } };
  const client = await connect(context, { kinds, capabilities });
  const refreshed = new Promise<void>((resolve) => {
    client.connection.onRequest('workspace/semanticTokens/refresh', () => {
      resolve();
      return null;
    });
  });
  await client.open('policy.json', '{ "inferenceProvider": "gateway", "mcpToolTimeoutSec": 60 }');
  const data = async () =>
    (await client.connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', { textDocument })).data;
  assert.deepEqual(await data(), []);
  client.settings = { target: { minimumVersion: '1.0.0' } };
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await refreshed;
  assert.deepEqual(await data(), [0, 35, 17, 0, 1]);
});

test('variables of Markdown and of servers are told by their types', async (context) => {
  const client = await connect(context, {
    kinds,
    files: { 'org-plugins/pilot/.claude-plugin/plugin.json': '{ "name": "pilot" }' },
  });
  const tokens = async (file: string, text: string): Promise<number[]> => {
    await client.open(file, text);
    const params = { textDocument: { uri: at(file) } };
    return (await client.connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', params)).data;
  };
  const body = '---\ndescription: Moors.\n---\nMoor $0 as ${CLAUDE_PLUGIN_ROOT}/x.md says, `${CLAUDE_SKILL_DIR}`';
  const first = await tokens('org-plugins/pilot/commands/moor.md', body);
  assert.deepEqual(first, [3, 5, 2, 2, 0, 0, 6, 21, 1, 0, 0, 34, 19, 1, 1]);
  assert.deepEqual(await tokens('.mcp.json', '{"mcpServers": {"a": {"command": "${HOME}/a"}}}'), [0, 34, 7, 1, 0]);
});
