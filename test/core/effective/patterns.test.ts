import assert from 'node:assert/strict';
import test from 'node:test';
import { comparisonSummary, headline, toolWords } from '../../../server/core/diff/changeWords.ts';
import type { Comparison } from '../../../server/core/diff/model.ts';
import type { Surface } from '../../../server/core/effective/model.ts';
import { compare, fleet } from '../../support/compared.ts';

const lines = (comparison: Comparison): string[] =>
  comparison.changes.map(
    (change) => `${change.kind} ${toolWords(change, (name) => name)}: ${change.before.is} → ${change.after.is}`,
  );

/** Returns `name state` for every row of the server, on one surface of the after side. */
const rows = ({ after }: Comparison, surface: Surface = 'cowork'): string[] =>
  (after.surfaces[surface]?.servers ?? []).flatMap(({ tools, unlisted }) => [
    ...tools.map(({ name, state }) => `${name} ${state}`),
    `other ${unlisted.state}`,
  ]);

test('a wildcard has a row although no tool of the server is known', () => {
  const policy = fleet({ 'delete_*': 'blocked' });
  assert.deepEqual(rows(compare(policy, policy)), ['delete_* blocked', 'other user']);
  assert.deepEqual(rows(compare(policy, policy), 'code'), ['delete_* blocked', 'other cc-prompt']);
});

test('a wildcard gets what the patterns that cover it leave to it', () => {
  const policy = fleet({ '*': 'ask', 'delete_*': 'allow', 'delete_all_*': 'blocked', '*_page': 'blocked' });
  assert.deepEqual(rows(compare(policy, policy)), [
    'delete_* ask',
    'delete_all_* blocked',
    '*_page blocked',
    'other ask',
  ]);
});

test('a wildcard that apps of the fleet do not read yet does not count, and has a row all the same', () => {
  const policy = { ...fleet({ 'delete_*': 'blocked' }), app: '1.18286.0' };
  assert.deepEqual(rows(compare(policy, policy)), ['delete_* user', 'other user']);
});

test('a wildcard that becomes looser is a change, although no tool is known', () => {
  const comparison = compare(fleet({ 'delete_*': 'blocked' }), fleet({ 'delete_*': 'allow' }));
  assert.deepEqual(lines(comparison), ['looser delete_* (any such tool): blocked → allow']);
  assert.equal(headline(comparison), '1 becomes looser');
  assert.match(comparisonSummary(comparison), /^1 pattern becomes looser\. /);
});

const locked = (...tools: readonly (readonly [toolName: string, permission: string])[]) => ({
  policy: {
    orgPluginSettings: [
      { serverName: 'wiki', tools: tools.map(([toolName, permission]) => ({ toolName, permission })) },
    ],
  },
});

test('a lock of a plugin that lies elsewhere has a row, and is compared', () => {
  const before = locked(['delete_page', 'blocked']);
  const [server] = compare(before, before).after.surfaces.cowork?.servers ?? [];
  assert.deepEqual([server?.name, server?.active, server?.reason], ['wiki', false, 'not-in-workspace']);
  assert.deepEqual(rows(compare(before, before)), ['delete_page blocked', 'other user']);
  assert.deepEqual(lines(compare(before, locked(['delete_page', 'allow']))), ['looser delete_page: blocked → allow']);
});

test('a lock that goes, or comes, is compared with what users decide without it', () => {
  const [without, lock] = [{ policy: {} }, locked(['delete_page', 'blocked'], ['read_*', 'allow'])];
  assert.deepEqual(lines(compare(lock, without)), [
    'looser delete_page: blocked → user',
    'stricter read_* (any such tool): allow → user',
  ]);
  assert.deepEqual(lines(compare(without, lock)), [
    'looser read_* (any such tool): user → allow',
    'stricter delete_page: user → blocked',
  ]);
});

test('rules for a plugin server in an entry of its own are compared too', () => {
  const entry = (permission: string) => ({
    policy: { managedMcpServers: [{ name: 'wiki', transport: 'policy-only', toolPolicy: { '*': permission } }] },
  });
  assert.deepEqual(lines(compare(entry('blocked'), entry('allow'))), ['looser all tools: blocked → allow']);
});

test('rules for the plugin of a server that users may install are compared', () => {
  const offered = (permission: string) => ({
    ...locked(['delete_page', permission]),
    plugins: [
      {
        dir: 'notes',
        manifest: { name: 'notes', installationPreference: 'available' },
        mcp: { mcpServers: { wiki: { type: 'http', url: 'https://wiki.example.com/mcp' } } },
      },
    ],
  });
  assert.deepEqual(lines(compare(offered('blocked'), offered('allow'))), ['looser delete_page: blocked → allow']);
});

test('a wildcard that comes or goes is compared with what the other side lets such tools do', () => {
  assert.deepEqual(lines(compare(fleet({ 'delete_*': 'blocked' }), fleet({}))), [
    'looser delete_* (any such tool): blocked → user',
  ]);
  assert.deepEqual(lines(compare(fleet({ 'delete_*': 'blocked' }), fleet({ 'del*': 'blocked' }))), [
    'stricter del* (any such tool): user → blocked',
  ]);
  assert.deepEqual(lines(compare(fleet({ 'delete_*': 'ask', '*': 'ask' }), fleet({ '*': 'ask' }))), []);
});
