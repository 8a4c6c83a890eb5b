import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complete } from '../../../server/core/features/completion/complete.ts';
import { hover } from '../../../server/core/features/hover.ts';
import { definitions, references } from '../../../server/core/features/navigation/definitionsAndReferences.ts';
import { semanticTokens } from '../../../server/core/features/semanticTokens.ts';
import { viewOf } from '../../../server/core/lint/workspaceView.ts';
import type { Document } from '../../../server/core/model.ts';
import type { Workspace } from '../../../server/core/workspace/workspace.ts';
import { base, lintFiles, settings, workspaceOf } from '../../support/lint.ts';

const plugin = 'tools/reviewer';
const bundleText = JSON.stringify({
  manifest_version: '0.3',
  name: 'tides',
  server: {
    type: 'node',
    entry_point: 'server/index.js',
    mcp_config: {
      command: 'node',
      args: ['${__dirname}/server/index.js', '--for=${user_config.port}', '${user_config.port}'],
    },
  },
  user_config: { port: { type: 'string', title: 'Port', description: 'Which one' } },
  tools: [{ name: 'tell_tides' }],
});
const files: Readonly<Record<string, string>> = {
  [`${plugin}/.claude-plugin/plugin.json`]: '{ "name": "reviewer" }',
  [`${plugin}/skills/review/SKILL.md`]: '---\nname: review\ndescription: Reviews a change\n---\n',
  [`${plugin}/agents/watch.md`]: '---\nname: watch\ndescription: Watches a release\n---\n',
  [`${plugin}/bin/tide-ls`]: '',
  [`${plugin}/scripts/watch.sh`]: '',
  [`${plugin}/.lsp.json`]:
    '{ "tide": { "command": "${CLAUDE_PLUGIN_ROOT}/bin/tide-ls", "extensionToLanguage": { "": "" } } }',
  [`${plugin}/monitors/monitors.json`]:
    '[{ "name": "log", "command": "bash \\"${CLAUDE_PLUGIN_ROOT}/scripts/watch.sh\\"", "description": "The log", "when": "on-skill-invoke:review" }]',
  [`${plugin}/settings.json`]: '{ "agent": "watch", "env": {} }',
  [`${plugin}/output-styles/brief.md`]: '---\nname: Brief\n---\n',
  [`${plugin}/themes/harbour.json`]: '{ "name": "Harbour", "base": "dark" }',
  'tides/manifest.json': bundleText,
  'tides/server/index.js': '',
};

/** Returns the document and the offset of `needle`, or of the `|` in it. */
function at(workspace: Workspace, path: string, needle: string): [Document, number] {
  const document = workspace.get(`${base}/${path}`);
  assert.ok(document, path);
  const cursor = Math.max(0, needle.indexOf('|'));
  const found = document.text.indexOf(needle.replace('|', ''));
  assert.ok(found >= 0, needle);
  return [document, found + cursor];
}
const offered = (path: string, needle: string): string[] => {
  const workspace = workspaceOf(files);
  const context = { workspace: viewOf(workspace, new Set()), target: settings.target };
  return complete(...at(workspace, path, needle), context).map(({ label }) => label);
};
const told = (path: string, needle: string): string => {
  const workspace = workspaceOf(files);
  const context = { workspace: viewOf(workspace, new Set()), target: settings.target };
  return hover(...at(workspace, path, needle), context)?.markdown ?? '';
};

test('a small file is what it is by its place in a plugin, or by what is in it', () => {
  const expected: Record<string, [text: string, kind: string | undefined]> = {
    [`${plugin}/.lsp.json`]: ['{}', 'lsp'],
    '.lsp.json': ['{}', undefined],
    [`${plugin}/docs/.lsp.json`]: ['{}', undefined],
    [`${plugin}/monitors/monitors.json`]: ['[]', 'monitors'],
    [`${plugin}/docs/monitors/monitors.json`]: ['[]', undefined],
    'monitors/monitors.json': ['[]', undefined],
    [`${plugin}/settings.json`]: ['{}', 'pluginSettings'],
    [`${plugin}/.claude/settings.json`]: ['{}', undefined],
    '.vscode/settings.json': ['{}', undefined],
    [`${plugin}/output-styles/a/b.md`]: ['', 'outputStyle'],
    [`${plugin}/output-styles/README.md`]: ['', undefined],
    'output-styles/a.md': ['', undefined],
    [`${plugin}/themes/a.json`]: ['{ "base": "dark" }', 'theme'],
    [`${plugin}/themes/new.json`]: ['{}', 'theme'],
    [`${plugin}/themes/editor.json`]: ['{ "type": "dark", "colors": {}, "tokenColors": [] }', undefined],
    'themes/a.json': ['{ "base": "dark" }', undefined],
    'tides/manifest.json': [bundleText, 'bundle'],
    'old/manifest.json': ['{ "dxt_version": "0.1", "server": {} }', 'bundle'],
    'browser/manifest.json': ['{ "manifest_version": 3, "background": {} }', undefined],
    'web/manifest.json': ['{ "name": "App", "start_url": "/" }', undefined],
  };
  const texts = Object.fromEntries(Object.entries(expected).map(([path, [text]]) => [path, text]));
  const workspace = workspaceOf({ [`${plugin}/.claude-plugin/plugin.json`]: '{ "name": "reviewer" }', ...texts });
  assert.deepEqual(
    Object.fromEntries(Object.keys(expected).map((path) => [path, workspace.get(`${base}/${path}`)?.kind.id])),
    Object.fromEntries(Object.entries(expected).map(([path, [, kind]]) => [path, kind])),
  );
});

test('completion offers what the plugin or the bundle has', () => {
  assert.ok(offered(`${plugin}/monitors/monitors.json`, '"|on-skill').includes('on-skill-invoke:review'));
  assert.ok(offered(`${plugin}/monitors/monitors.json`, '"|on-skill').includes('always'));
  assert.ok(offered(`${plugin}/monitors/monitors.json`, '"|bash').some((label) => label.includes('scripts/watch.sh')));
  assert.deepEqual(offered(`${plugin}/settings.json`, '"|watch'), ['watch']);
  assert.ok(offered(`${plugin}/.lsp.json`, '"|${CLAUDE').includes('${CLAUDE_PLUGIN_ROOT}/bin/tide-ls'));
  assert.ok(offered(`${plugin}/.lsp.json`, '{ |"": ').includes('.ts'));
  assert.ok(offered('tides/manifest.json', '"|server/index.js"').includes('server/index.js'));
  assert.ok(offered('tides/manifest.json', '"|${user_config').includes('${user_config.port}'));
  assert.ok(offered('tides/manifest.json', '"command":|"node').includes('${__dirname}/server/index.js'));
  assert.ok(offered('tides/manifest.json', '=${u|ser_config').includes('${user_config.port}'));
  assert.ok(offered(`${plugin}/themes/harbour.json`, '"|dark').includes('light-ansi'));
});

const leads: readonly [path: string, needle: string, to: string][] = [
  [`${plugin}/monitors/monitors.json`, 'invoke:r|eview', `${plugin}/skills/review/SKILL.md`],
  [`${plugin}/monitors/monitors.json`, 'scripts/w|atch.sh', `${plugin}/scripts/watch.sh`],
  [`${plugin}/settings.json`, 'w|atch', `${plugin}/agents/watch.md`],
  [`${plugin}/.lsp.json`, 'bin/t|ide-ls', `${plugin}/bin/tide-ls`],
  ['tides/manifest.json', '"s|erver/index.js', 'tides/server/index.js'],
  ['tides/manifest.json', 'dirname}/s|erver', 'tides/server/index.js'],
  ['tides/manifest.json', 'user_config.p|ort', 'tides/manifest.json'],
];
for (const [path, needle, to] of leads) {
  test(`${path}: ${needle} leads to ${to}`, () => {
    const workspace = workspaceOf(files);
    const { targets } = definitions(workspace, ...at(workspace, path, needle));
    assert.deepEqual(
      targets.map(({ uri }) => uri.slice(base.length + 1)),
      [to],
    );
  });
}

test('a skill knows the monitor that waits for it', () => {
  const workspace = workspaceOf(files);
  const found = references(workspace, ...at(workspace, `${plugin}/skills/review/SKILL.md`, 'name: r|eview'), false);
  assert.deepEqual(
    found.map(({ uri }) => uri),
    [`${base}/${plugin}/monitors/monitors.json`],
  );
});

test('two bundles may have options of one name', () => {
  const workspace = workspaceOf({ ...files, 'gauge/manifest.json': bundleText });
  const found = references(workspace, ...at(workspace, 'gauge/manifest.json', '"p|ort"'), true);
  assert.deepEqual([...new Set(found.map(({ uri }) => uri))], [`${base}/gauge/manifest.json`]);
});

test('hover says where a file counts', () => {
  assert.match(told(`${plugin}/monitors/monitors.json`, 'w|hen'), /interactive sessions/);
  assert.match(told('tides/manifest.json', 's|erver"'), /isDesktopExtensionEnabled/);
  assert.match(told(`${plugin}/settings.json`, 'a|gent'), /deprecated/i);
});

test('keys that are not read, or no longer to be written, are marked', () => {
  const document = workspaceOf(files).get(`${base}/${plugin}/settings.json`);
  assert.ok(document);
  assert.deepEqual(
    semanticTokens(document, settings.target).map(({ range, modifiers }) => [
      document.text.slice(range.start, range.end),
      modifiers[0],
    ]),
    [
      ['"agent"', 'deprecated'],
      ['"env"', 'ignored'],
    ],
  );
});

test('a bundle tells the names of its tools', () => {
  const [found] = workspaceOf(files).facts('bundle-tool');
  assert.deepEqual([found?.fact.name, found?.fact.data], ['tell_tides', { server: 'tides' }]);
});

test('servers in .claude define nothing', () => {
  const text = '{ "mcpServers": { "crm": { "type": "http", "url": "https://crm.example.com/mcp" } } }';
  for (const name of ['.mcp.json', 'mcp.json']) {
    const workspace = workspaceOf({ [`.claude/${name}`]: text });
    assert.deepEqual(workspace.facts('server'), []);
    assert.deepEqual(
      lintFiles({ [`.claude/${name}`]: text }).map(({ rule }) => rule),
      ['mcp/not-read-here'],
    );
  }
});
