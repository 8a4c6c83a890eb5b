import assert from 'node:assert/strict';
import test from 'node:test';
import type { EffectiveResult, Origin, Surface } from '../../../server/core/effective/model.ts';
import { toContract } from '../../../server/core/effective/toContract.ts';
import { evaluate } from './runCase.ts';

const input = {
  policy: {
    isLocalDevMcpEnabled: false,
    disabledBuiltinTools: ['Glob', 'Bash'],
    builtinToolPolicy: { Edit: 'ask' },
    managedMcpServers: JSON.stringify([
      {
        name: 'bü"ro',
        transport: 'http',
        url: 'https://me.example.com/x?key=hidden-query',
        headers: { 'X-Key': 'hidden-header' },
        toolPolicy: { 'read_*': 'allow' },
      },
      { name: 'old', transport: 'http', url: 'http://old.example.com' },
    ]),
    orgPluginSettings: [{ serverName: 'faq', tools: [{ toolName: 'erase', permission: 'blocked' }] }],
    inferenceGatewayApiKey: 'hidden-key',
  },
  plugins: [
    {
      dir: 'support',
      manifest: { name: 'support', installationPreference: 'required' },
      mcp: {
        mcpServers: {
          faq: { type: 'http', url: 'https://u:hidden-password@faq.example.com/mcp' },
          near: { command: 'run --key=hidden-argument' },
        },
      },
    },
  ],
  tools: { 'bü"ro': ['read_page'], faq: ['erase'] },
};

const { result, text } = evaluate(input);
const at = (origin: Origin | null | undefined): string =>
  origin ? text.slice(origin.range.start, origin.range.end) : 'null';
const on = (of: EffectiveResult, surface: Surface) => {
  const found = of.surfaces[surface];
  assert.ok(found);
  return found;
};
const { builtinTools, servers } = on(result, 'cowork');
const server = (name: string) => {
  const found = servers.find((one) => one.name === name);
  assert.ok(found, name);
  return found;
};

test('an origin is the exact text that decides', () => {
  const builtin = (name: string) => builtinTools.find((tool) => tool.name === name)?.origin;
  assert.equal(at(builtin('Bash')), '"Bash"');
  assert.equal(at(builtin('Edit')), '"Edit": "ask"');
  assert.equal(at(server('faq').origin), '"faq"');
  assert.match(at(server('faq').tools[0]?.origin), /^\{\s*"toolName": "erase",\s*"permission": "blocked"\s*\}$/);
  assert.equal(at(server('near').cause), '"isLocalDevMcpEnabled": false');
  assert.equal(at(result.plugins[0]?.origin), '"installationPreference": "required"');
});

test('an origin inside a JSON text stands in the file', () => {
  assert.equal(at(server('bü"ro').origin), String.raw`\"bü\\\"ro\"`);
  assert.equal(at(server('bü"ro').tools[0]?.origin), String.raw`\"read_*\":\"allow\"`);
  assert.equal(at(server('old').cause), String.raw`\"http://old.example.com\"`);
});

test('nothing secret comes out', () => {
  assert.equal(JSON.stringify(result).includes('hidden'), false);
  assert.equal(server('faq').address, 'faq.example.com');
  assert.equal(server('near').address, 'run');
});

test('the contract says files, lines and characters', () => {
  const contract = toContract(result, (uri) => (uri === 'file:///case.json' ? { file: 'case.json', text } : undefined));
  const bash = contract.surfaces.cowork?.builtinTools.find(({ name }) => name === 'Bash');
  const line = text.split('\n').findIndex((of) => of.includes('"Bash"'));
  const character = text.split('\n')[line]?.indexOf('"Bash"') ?? -1;
  const range = { start: { line, character }, end: { line, character: character + 6 } };
  assert.deepEqual(bash?.origin, { file: 'case.json', range });
  assert.deepEqual(bash?.steps[0]?.origin, { file: 'case.json', range });
  assert.equal(contract.config.isLocalDevMcpEnabled?.value, false);
  assert.equal(JSON.stringify(contract).includes('file:///'), false);
  assert.deepEqual(Object.keys(contract), [
    'target',
    'source',
    'config',
    'summary',
    'reach',
    'plugins',
    'surfaces',
    'notes',
  ]);
});
