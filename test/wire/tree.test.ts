import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requests, type TreeRow } from '../../server/protocol.ts';
import { files, kinds } from './fleet.ts';
import { at, connect } from './support.ts';

const draw = (rows: readonly TreeRow[], depth = 0): string =>
  rows
    .map(({ icon, label, description, children }) => {
      const line = `${'  '.repeat(depth)}${icon} ${label}${description ? ` · ${description}` : ''}\n`;
      return line + draw(children ?? [], depth + 1);
    })
    .join('');

const flat = (rows: readonly TreeRow[]): TreeRow[] => rows.flatMap((row) => [row, ...flat(row.children ?? [])]);

test('the tree shows plugins, what they bring, and why something is not in use', async (context) => {
  const client = await connect(context, { kinds, files });
  const rows = await client.connection.sendRequest<TreeRow[]>(requests.tree, null);
  assert.equal(
    draw(rows),
    [
      'device-desktop org-plugins · 2 plugins, 3 ignored',
      '  eye-closed dotless · ignored: the dot in .claude-plugin is missing',
      '  extensions ledger · 1.0.0 · available, not installed',
      '    server Servers · 1',
      '      circle-large books · not installed: offered to users, not required',
      '  extensions reviewer · 2.1.0 · required',
      '    lightbulb Skills · 1',
      '      file review-pr · Reviews a pull request. Use when one is opened.',
      '    zap Hooks · 1',
      '      zap SessionStart · 1 handler',
      '    server Servers · 4',
      '      plug review · http · active',
      '      layers tickets · shadowed: managed server tickets has this name',
      '      circle-slash pager · switched off: local servers of plugins are off by policy',
      '      error sync · dropped: `url` is missing',
      '  eye-closed sales · ignored: no .claude-plugin/plugin.json',
      '  eye-closed legal.zip · ignored: an archive is not unpacked here',
      '',
    ].join('\n'),
  );
  assert.equal(new Set(flat(rows).map(({ id }) => id)).size, flat(rows).length);
});

test('a row opens its place and counts its problems', async (context) => {
  const client = await connect(context, { kinds, files });
  const rows = flat(await client.connection.sendRequest<TreeRow[]>(requests.tree, null));
  const skill = rows.find(({ label }) => label === 'review-pr');
  assert.equal(skill?.place?.uri, at('org-plugins/reviewer/skills/review-pr/SKILL.md'));
  assert.equal(skill?.place?.line, 1);
  const sync = rows.find(({ label }) => label === 'sync');
  const review = rows.find(({ label }) => label === 'review');
  assert.ok((sync?.problems?.errors ?? 0) > 0);
  assert.equal(review?.problems, undefined);
});

test('ids stay when a text is edited', async (context) => {
  const client = await connect(context, { kinds, files });
  const ids = async () => flat(await client.connection.sendRequest<TreeRow[]>(requests.tree, null)).map(({ id }) => id);
  const before = await ids();
  await client.open('org-plugins/reviewer/.mcp.json', `\n\n${files['org-plugins/reviewer/.mcp.json']}`);
  assert.deepEqual(await ids(), before);
});

test('a marketplace and a plugin that stands alone have rows of their own', async (context) => {
  const plugin = '{ "name": "a", "description": "a", "version": "1" }';
  const client = await connect(context, {
    kinds,
    files: {
      'market/.claude-plugin/marketplace.json': '{}',
      'market/plugins/a/.claude-plugin/plugin.json': plugin,
      'lone/.claude-plugin/plugin.json': plugin,
    },
  });
  const rows = await client.connection.sendRequest<TreeRow[]>(requests.tree, null);
  assert.equal(draw(rows), 'repo market · 1 plugin\n  extensions a · 1 · available\nextensions lone · 1 · available\n');
});

test('who asks for the tree before the workspace has been read waits for it', async (context) => {
  const client = await connect(context, { kinds, files, early: requests.tree });
  assert.equal(
    draw(client.early as TreeRow[]),
    draw(await client.connection.sendRequest<TreeRow[]>(requests.tree, null)),
  );
  assert.match(draw(client.early as TreeRow[]), /org-plugins/);
});

test('policies are a list of their own: what is in force, what is not, and the user’s servers', async (context) => {
  const user = JSON.stringify({ mcpServers: { scratch: { command: 'scratch' } } });
  const client = await connect(context, {
    kinds,
    files: { ...files, 'pilot-fleet.json': '{}', 'claude_desktop_config.json': user },
  });
  const rows = await client.connection.sendRequest<TreeRow[]>(requests.policies, null);
  assert.equal(
    draw(rows),
    [
      'shield fleet.json · JSON · in force',
      'json pilot-fleet.json · not used',
      'gear claude_desktop_config.json · user servers · 1, switched off',
      '',
    ].join('\n'),
  );
  await client.choose({ policies: [{ uri: at('fleet.json'), role: 'hklm' }] });
  const [first] = await client.connection.sendRequest<TreeRow[]>(requests.policies, null);
  assert.equal(first?.description, 'Windows, HKLM · in force');
});
