import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ExpectationFile, requests } from '../../server/protocol.ts';
import { diskServer } from '../support/diskServer.ts';
import { folderOf, plugboard } from './support.ts';

const files = {
  '.plugboard.json': JSON.stringify({
    minimumVersion: '1.46388.4',
    fleets: {
      office: { policy: 'policy/office.json', orgPlugins: 'org-plugins', userConfig: 'none', installed: ['desk'] },
      kiosk: { policy: { hklm: 'policy/kiosk.reg' }, orgPlugins: 'none', userConfig: 'none', platform: 'windows' },
    },
  }),
  'policy/office.json': JSON.stringify(
    {
      inferenceProvider: 'anthropic',
      coworkEgressAllowedHosts: ['*'],
      managedMcpServers: [
        { name: 'crm', transport: 'http', url: 'https://crm.example.com/mcp', toolPolicy: { 'delete_*': 'allow' } },
      ],
    },
    null,
    2,
  ),
  'policy/kiosk.reg':
    'Windows Registry Editor Version 5.00\n\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]\n"chatTabEnabled"=dword:00000001\n',
  'org-plugins/desk/.claude-plugin/plugin.json': '{ "name": "desk", "version": "1.0.0", "description": "Desk." }',
  'org-plugins/desk/.mcp.json': '{ "mcpServers": { "lamp": { "command": "lamp" } } }',
  'tests/base.expect.json': JSON.stringify({
    expect: [
      { tool: 'delete_*', atMost: 'ask', why: 'Nothing is deleted unasked.' },
      { server: '*', hosts: ['*.example.com'] },
      { setting: 'coworkEgressAllowedHosts', atMost: ['*.example.com'] },
      { plugin: 'desk', is: 'active', fleets: ['office'] },
      { builtinTool: 'Bash', is: 'removed', fleets: ['kiosk'] },
      { builtinTool: '*', atMost: 'ask' },
      { tab: 'chat', is: 'off' },
    ],
  }),
};

interface Result {
  readonly fleet: string | null;
  readonly tests: readonly (readonly [label: string, outcome: string, reasons: readonly string[]])[];
}

test('editor and command line give the same verdicts, with the same reasons', async (t) => {
  const folder = folderOf(t, files);
  const { files: printed } = JSON.parse(plugboard(folder, 'test', '--format', 'json').out);
  const said: Result[] = printed[0].fleets.map(
    (fleet: {
      fleet: string;
      tests: { expectation: string; outcome: string; misses: { text: string }[]; doubts: { text: string }[] }[];
    }) => ({
      fleet: fleet.fleet,
      tests: fleet.tests.map(({ expectation, outcome, misses, doubts }) => [
        expectation,
        outcome,
        (outcome === 'missed' ? misses : doubts).map(({ text }) => text),
      ]),
    }),
  );
  const server = await diskServer(t, folder);
  const [file] = await server.sendRequest<ExpectationFile[]>(requests.expectations);
  const shown: Result[] = (file?.fleets ?? []).map(({ fleet, tests }) => ({
    fleet,
    tests: tests.map(({ label, outcome, reasons }) => [label, outcome, reasons.map(({ text }) => text)]),
  }));
  assert.deepEqual(shown, said);
  const outcomes = new Set(shown.flatMap(({ tests }) => tests.map(([, outcome]) => outcome)));
  assert.ok(outcomes.has('missed') && outcomes.has('met'));
});
