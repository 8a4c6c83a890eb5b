import assert from 'node:assert/strict';
import test from 'node:test';
import { caseInput, caseSyntax } from '../../server/core/effective/caseInput.ts';
import { effective } from '../../server/core/effective/effective.ts';
import { assertLinear } from '../support/growth.ts';

const names = Array.from({ length: 25 }, (_, i) => `${['read', 'write', 'delete'][i % 3]}_thing_${i}`);
const rules = ['delete_*', 'write_*', 'read_thing_0', 'write_thing_1'];

/** Returns a workspace with a number of plugins, each with a server of 25 tools. */
function fleet(size: number) {
  const plugins = Array.from({ length: size }, (_, i) => ({
    dir: `plugin-${i}`,
    manifest: { name: `plugin-${i}`, installationPreference: 'required' },
    mcp: { mcpServers: { [`server-${i}`]: { type: 'http', url: `https://s${i}.example.com/mcp` } } },
  }));
  const orgPluginSettings = plugins.map((_, i) => ({
    serverName: `server-${i}`,
    tools: rules.map((toolName, k) => ({ toolName, permission: ['blocked', 'ask', 'allow'][k % 3] })),
  }));
  const tools = Object.fromEntries(plugins.map((_, i) => [`server-${i}`, names]));
  const text = JSON.stringify({ policy: { orgPluginSettings }, plugins, tools });
  const target = { minimumVersion: '1.46388.4', date: '2026-11-21', hosts: ['desktop-3p'] as const };
  return caseInput('file:///fleet.json', caseSyntax.parse(text).root, target);
}

test('every tool of a fleet of 200 plugins is decided on each surface', () => {
  const { surfaces } = effective(fleet(200));
  const tools = Object.values(surfaces).flatMap(({ servers }) => servers.flatMap((server) => server.tools));
  const isWildcard = ({ name }: { readonly name: string }) => name.endsWith('*');
  assert.equal(tools.filter((tool) => !isWildcard(tool)).length, 3 * 200 * names.length);
  assert.equal(tools.filter(isWildcard).length, 3 * 200 * 2);
});

test('the time to decide the tools of a fleet grows with its size only', () => {
  assertLinear(800, fleet, effective);
});
