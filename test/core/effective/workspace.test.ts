import assert from 'node:assert/strict';
import test from 'node:test';
import { effective } from '../../../server/core/effective/effective.ts';
import { type Choice, effectiveInput } from '../../../server/core/effective/fromWorkspace.ts';
import { kinds } from '../../../server/core/kinds/index.ts';
import type { DocumentKind } from '../../../server/core/model.ts';
import { json } from '../../../server/core/syntax/json/json.ts';
import { child, propertiesOf } from '../../../server/core/syntax/node.ts';
import { Workspace } from '../../../server/core/workspace/workspace.ts';

const policy: DocumentKind = {
  id: 'any',
  title: 'any',
  files: ['**/*.json'],
  syntax: json,
  schema: {},
  source: ['plugboard'],
  rules: [],
};
const top = 'file:///fleet';
const server = (url: string) => JSON.stringify({ mcpServers: { [new URL(url).hostname]: { type: 'http', url } } });

function fleet(texts: Record<string, string>): Workspace {
  const workspace = new Workspace([...kinds.filter(({ id }) => id !== 'policy'), policy]);
  for (const [path, text] of Object.entries(texts)) {
    const uri = `${top}/${path}`;
    workspace.files.add({ uri, name: path.slice(path.lastIndexOf('/') + 1), type: 'file' });
    workspace.set(uri, text);
  }
  return workspace;
}

const choice: Choice = {
  policies: [{ uri: `${top}/policy.json`, role: 'managed' }],
  orgPlugins: `${top}/org-plugins`,
  userConfig: `${top}/claude_desktop_config.json`,
  installed: ['optional'],
  uninstalled: ['removed'],
  target: { minimumVersion: '1.46388.4', date: '2026-11-21', hosts: ['desktop-3p'] },
};

const texts = {
  'policy.json': '{ "isLocalDevMcpEnabled": "false" }',
  'claude_desktop_config.json': '{ "mcpServers": { "scratch": { "command": "scratch" } } }',
  'org-plugins/required/.claude-plugin/plugin.json': '{ "name": "r", "installationPreference": "required" }',
  'org-plugins/required/.mcp.json': server('https://one.example.com'),
  'org-plugins/required/version.json': '{ "version": "3" }',
  'org-plugins/optional/.claude-plugin/plugin.json': '{ "name": "optional" }',
  'org-plugins/optional/.mcp.json': server('https://two.example.com'),
  'org-plugins/removed/.claude-plugin/plugin.json': '{ "name": "removed", "installationPreference": "auto_install" }',
  'org-plugins/misnamed/claude-plugin/plugin.json': '{ "name": "misnamed" }',
  'elsewhere/other/.claude-plugin/plugin.json': '{ "name": "other", "installationPreference": "required" }',
};

test('the documents of a workspace make one device', () => {
  const workspace = fleet(texts);
  const input = effectiveInput(workspace, choice);
  assert.equal(input.plugins.find(({ directory }) => directory === 'required')?.version, '3');
  const { plugins, surfaces } = effective(input);
  const states = plugins.map(({ directory, active, reason }) => [directory, active, reason]);
  assert.deepEqual(states, [
    ['misnamed', false, 'no-manifest'],
    ['optional', true, null],
    ['removed', false, 'plugin-not-installed'],
    ['required', true, null],
  ]);
  const servers = surfaces.cowork?.servers.map(({ name, active, reason }) => [name, active, reason]);
  assert.deepEqual(servers, [
    ['two.example.com', true, null],
    ['one.example.com', true, null],
    ['scratch', false, 'isLocalDevMcpEnabled=false'],
  ]);
});

test('tools that agents and hooks name are known, unless a list of the server’s tools is there', () => {
  const managed = {
    name: 'docs',
    transport: 'http',
    url: 'https://docs.example.com/mcp',
    toolPolicy: { 'read_*': 'ask' },
  };
  const workspace = fleet({
    ...texts,
    'policy.json': JSON.stringify({ managedMcpServers: [managed, { ...managed, name: 'listed' }] }),
    'org-plugins/required/.mcp.json':
      '{ "mcpServers": { "desk": { "type": "http", "url": "https://desk.example.com" } } }',
    'org-plugins/required/agents/a.md':
      '---\nname: a\ndescription: x\ntools: Read, mcp__docs__read_page, mcp__docs__*, mcp__listed__gone, mcp__plugin_required_desk__open\n---\n',
    'org-plugins/required/hooks/hooks.json':
      '{ "hooks": { "PreToolUse": [{ "matcher": "mcp__docs__write_page", "hooks": [] }] } }',
  });
  const tools = new Map([['listed', [{ name: 'read_all' }]]]);
  const { surfaces } = effective(effectiveInput(workspace, { ...choice, tools }));
  const states = surfaces.cowork?.servers.map(({ name, tools }) => [
    name,
    tools.map((tool) => [tool.name, tool.state]),
  ]);
  assert.deepEqual(Object.fromEntries(states ?? []), {
    docs: [
      ['read_page', 'ask'],
      ['write_page', 'user'],
      ['read_*', 'ask'],
    ],
    listed: [
      ['read_all', 'ask'],
      ['read_*', 'ask'],
    ],
    desk: [['open', 'user']],
    'two.example.com': [],
    scratch: [],
  });
});

test('an origin names the file that decides', () => {
  const { surfaces } = effective(effectiveInput(fleet(texts), choice));
  const [plugin, , user] = surfaces.cowork?.servers ?? [];
  assert.equal(plugin?.origin?.uri, `${top}/org-plugins/optional/.mcp.json`);
  assert.equal(user?.origin?.uri, `${top}/claude_desktop_config.json`);
  assert.equal(user?.cause?.uri, `${top}/policy.json`);
});

test('a broken file is told of, a missing policy counts as unreadable', () => {
  const broken = fleet({
    ...texts,
    'org-plugins/required/.mcp.json': '{ "mcpServers": { "one": { "type": "http" "url"',
  });
  const notes = effective(effectiveInput(broken, choice)).notes.map(({ origin }) => origin?.uri);
  assert.ok(notes.includes(`${top}/org-plugins/required/.mcp.json`));
  const none = effective(effectiveInput(fleet({}), choice));
  assert.equal(none.source.kind, 'managed');
  assert.match(none.source.why, /cannot be read/);
});

test('a manifest that cannot be parsed, or that Claude Code refuses, is reported at the place of the mistake', () => {
  const path = 'org-plugins/required/.claude-plugin/plugin.json';
  const noted = (manifest: string, hosts: Choice['target']['hosts'] = ['desktop-3p']) =>
    effective(
      effectiveInput(fleet({ [path]: manifest }), { ...choice, policies: [], target: { ...choice.target, hosts } }),
    ).notes.flatMap(({ message, origin }) =>
      origin?.uri === `${top}/${path}` ? `${message} ${manifest.slice(origin.range.start, origin.range.end)}` : [],
    );
  assert.match(noted('{ "name": "r"').join(), /^The manifest of required cannot be parsed: the plugin fails to load\./);
  assert.deepEqual(noted('{ "name": "r", "skills": "more" }'), [
    'Claude Code refuses the manifest of required: the path `more` does not begin with `./`. Whether the app loads the plugin is not known. "more"',
  ]);
  // In an org-plugins folder the app reads the name of the folder.
  assert.deepEqual(noted('{ "name": "claude-r" }'), []);
  assert.equal(noted('{ "name": "claude-r" }', ['claude-code']).length, 1);
  assert.deepEqual(noted('{ "name": "r", "skills": "./more" }'), []);
});

test('without choices there is nothing but the app', () => {
  const { source, plugins, surfaces } = effective(
    effectiveInput(fleet(texts), { policies: [], target: choice.target }),
  );
  assert.equal(source.kind, 'none');
  assert.deepEqual(plugins, []);
  assert.deepEqual(Object.keys(surfaces), ['cowork', 'code', 'chat']);
});

test('an edit of the policy does not check manifests and servers of plugins again', () => {
  const workspace = fleet({
    'policy.json': '{}',
    'org-plugins/harbour/.claude-plugin/plugin.json': '{ "name": "harbour", "installationPreference": "required" }',
    'org-plugins/harbour/.mcp.json': server('https://tides.example.com'),
  });
  const choice: Choice = {
    policies: [{ uri: `${top}/policy.json`, role: 'managed' }],
    orgPlugins: `${top}/org-plugins`,
    target: { minimumVersion: '1.46388.4', date: '2026-11-21', hosts: ['desktop-3p'] },
  };
  let looks = 0;
  {
    const [input] = effectiveInput(workspace, choice).plugins;
    const map = child(input?.mcp?.root, 'mcpServers');
    const entry = propertiesOf(map)[0]?.valueNode;
    assert.ok(entry?.type === 'object' && input?.manifest?.root?.type === 'object');
    for (const node of [entry, input.manifest.root]) {
      const { properties } = node;
      Object.defineProperty(node, 'properties', {
        get: () => {
          looks++;
          return properties;
        },
      });
    }
  }
  const looksOf = (policyText: string) => {
    looks = 0;
    workspace.set(`${top}/policy.json`, policyText);
    const { surfaces } = effective(effectiveInput(workspace, choice));
    assert.equal(surfaces.cowork?.servers.length, 1);
    return looks;
  };
  const first = looksOf('{ "disabledBuiltinTools": ["Bash"] }');
  const second = looksOf('{ "disabledBuiltinTools": ["Grep"] }');
  assert.ok(second * 3 <= first, `${first} looks, then ${second}`);
});
