import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type CompareToolsAnswer, type CompareToolsParams, requests } from '../../server/protocol.ts';
import { diskServer } from '../support/diskServer.ts';
import { git, server } from './diffHistory.ts';
import { folderOf, plugboard } from './support.ts';

/** The command line and the editor must give the same answer about the same files. */

interface Answer {
  readonly surfaces: { readonly cowork: { readonly servers: readonly { readonly name: string }[] } };
}
const servers = ({ surfaces }: Answer): string[] => surfaces.cowork.servers.map(({ name }) => name);

function fromCommandLine(folder: string): string[] {
  const { code, out, err } = plugboard(folder, 'effective', '--format', 'json');
  assert.equal(code, 0, err);
  return servers(JSON.parse(out) as Answer);
}

/** Starts an editor on a folder. */
async function editor(t: TestContext, folder: string) {
  const connection = await diskServer(t, folder);
  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
  return {
    open: (name: string, text: string) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: uriOf(name), languageId: 'xml', version: 1, text },
      }),
    change: (name: string, version: number, text: string) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: uriOf(name), version },
        contentChanges: [{ text }],
      }),
    servers: async () => servers(await connection.sendRequest<Answer>(requests.contract, null)),
  };
}

test('a value that cannot be read leaves the rest of a policy whole', async (t) => {
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict>
<key>inferenceProvider</key><string>vertex</string>
<key>coworkEgressAllowedHosts</key><string>["a.example.com", "b"]</string>
<key>managedMcpServers</key><array><dict>
<key>name</key><string>docs</string>
<key>transport</key><string>http</string>
<key>url</key><string>https://docs.example.com/mcp</string>
</dict></array>
</dict></plist>
`;
  const broken = text.replace('", "', '" "');
  const renamed = broken.replace('docs<', 'docs-renamed<');
  const folder = folderOf(t, { 'policy.plist': text });
  const typed = await editor(t, folder);
  assert.deepEqual(fromCommandLine(folder), ['docs']);
  assert.deepEqual(await typed.servers(), ['docs']);
  await typed.open('policy.plist', text);
  await typed.change('policy.plist', 2, broken);
  assert.deepEqual(await typed.servers(), ['docs']);
  await typed.change('policy.plist', 3, renamed);
  fs.writeFileSync(path.join(folder, 'policy.plist'), renamed);
  assert.deepEqual(fromCommandLine(folder), ['docs-renamed']);
  assert.deepEqual(await typed.servers(), ['docs-renamed']);
});

test('the whole result is the same, with the tools that only an agent names', async (t) => {
  const agent = '---\nname: watch\ndescription: Watches.\ntools: mcp__plugin_kit_kit__look\n---\nLook.\n';
  const folder = folderOf(t, {
    'fleet.json': policyOf('docs'),
    'org-plugins/kit/.claude-plugin/plugin.json': plugin('kit'),
    'org-plugins/kit/.mcp.json': mcp('kit'),
    'org-plugins/kit/agents/watch.md': agent,
  });
  const connection = await diskServer(t, folder);
  const contract = await connection.sendRequest<Answer>(requests.contract, null);
  const { out } = plugboard(folder, 'effective', '--format', 'json');
  assert.match(out, /"name": "look"/);
  assert.deepEqual((JSON.parse(out) as Answer).surfaces, contract.surfaces);
});

interface Comparison {
  readonly counts: Readonly<Record<string, number>>;
  readonly changes: readonly unknown[];
}
type Compared = Exclude<CompareToolsAnswer, { readonly problem: string }>;

/** Returns the editor's comparison, and the output of the command that it suggests. */
async function bothCompare(t: TestContext, folder: string, params: CompareToolsParams, sources: object = {}) {
  const connection = await diskServer(t, folder, { sources });
  const answer = await connection.sendRequest<CompareToolsAnswer>(requests.compareTools, params);
  assert.ok('json' in answer, JSON.stringify(answer));
  const command = /Reproduce: `plugboard (.*?)`/.exec(answer.markdown)?.[1];
  return { answer, command, editor: ofInterest(answer.json) };
}

/** Returns a comparison without its timestamp. */
const ofInterest = (text: string): Comparison => {
  const { counts, changes } = JSON.parse(text) as Comparison;
  return { counts, changes };
};

function printed(folder: string, command: string | undefined): Comparison {
  assert.ok(command !== undefined);
  const { code, out, err } = plugboard(folder, ...command.split(' '), '--format', 'json');
  assert.equal(code, 0, err);
  return ofInterest(out);
}

const head: CompareToolsParams = { before: { is: 'revision', revision: 'HEAD' }, after: { is: 'now' } };
const mcp = (name: string) =>
  JSON.stringify({ mcpServers: { [name]: { type: 'http', url: `https://${name}.example.com/mcp` } } });
const plugin = (name: string) => JSON.stringify({ name, installationPreference: 'required' });
const policyOf = (name: string) =>
  JSON.stringify({ inferenceProvider: 'vertex', managedMcpServers: [server(name, { read: 'ask' })] });

/** Creates a repository with one commit. */
function repository(
  t: TestContext,
  files: Readonly<Record<string, string>>,
  links: Readonly<Record<string, string>> = {},
) {
  const folder = folderOf(t, files);
  for (const [name, target] of Object.entries(links)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.symlinkSync(target, path.join(folder, name));
  }
  git(folder, 'init', '-q', '-b', 'main', '.');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'one');
  return folder;
}

const kit = {
  'fleet.json': policyOf('docs'),
  'common/kit/.claude-plugin/plugin.json': plugin('kit'),
  'common/kit/.mcp.json': mcp('kit'),
  'org-plugins/own/.claude-plugin/plugin.json': plugin('own'),
};
const noLinks = process.platform === 'win32' && 'links need a right there';

test('a plugin behind a link of the repository is on both sides', { skip: noLinks }, async (t) => {
  const folder = repository(t, kit, { 'org-plugins/kit': '../common/kit' });
  const { editor, command, answer } = await bothCompare(t, folder, head);
  assert.deepEqual([editor.changes, answer.notes, command], [[], [], 'diff HEAD']);
  assert.deepEqual(printed(folder, command), editor);
  fs.writeFileSync(path.join(folder, 'common/kit/.mcp.json'), mcp('moved'));
  const changed = await bothCompare(t, folder, head);
  assert.equal(changed.editor.counts.newlyActive, 1);
  assert.deepEqual(printed(folder, changed.command), changed.editor);
});

test('links that lead out of the repository, in a circle or nowhere are told and not followed', {
  skip: noLinks,
}, async (t) => {
  const outside = folderOf(t, { 'far/.claude-plugin/plugin.json': plugin('far'), 'far/.mcp.json': mcp('far') });
  const folder = repository(t, kit, {
    'org-plugins/far': `../../${path.basename(outside)}/far`,
    'org-plugins/absolute': path.join(outside, 'far'),
    'org-plugins/gone': 'nowhere',
    'org-plugins/a': 'b',
    'org-plugins/b': 'a',
    'org-plugins/own/self': '.',
    'org-plugins/own/up': '../..',
  });
  const { answer, command, editor } = await bothCompare(t, folder, head);
  const lastWords = (link: string) => answer.notes.find((note) => note.startsWith(`org-plugins/${link} `));
  for (const link of ['far', 'absolute'])
    assert.match(lastWords(link) ?? '', /outside the repository, which is not followed/);
  assert.match(lastWords('gone') ?? '', /whose target is not in the revision/);
  for (const link of ['a', 'b']) assert.match(lastWords(link) ?? '', /leads in a circle/);
  assert.equal(answer.notes.length, 5, answer.notes.join('\n'));
  assert.deepEqual(printed(folder, command), editor);
  const { err } = plugboard(folder, 'diff', 'HEAD');
  for (const note of answer.notes) assert.ok(err.includes(note), err);
});

test('a policy that was renamed or that the user chose: the command names what counts', async (t) => {
  const folder = repository(t, { 'fleet.json': policyOf('docs') });
  fs.renameSync(path.join(folder, 'fleet.json'), path.join(folder, 'policy.json'));
  const renamed = await bothCompare(t, folder, head);
  assert.deepEqual([renamed.editor.changes, renamed.command], [[], 'diff HEAD']);
  assert.deepEqual(printed(folder, renamed.command), renamed.editor);

  fs.writeFileSync(path.join(folder, 'other.json'), policyOf('other'));
  const guessed = await bothCompare(t, folder, head);
  assert.match(guessed.answer.notes.join(), /There are 2 policies and none is selected, so `other\.json` is used\./);
  assert.match(plugboard(folder, 'diff', 'HEAD').err, /2 policies .* name one with --policy/);
  assert.deepEqual(printed(folder, guessed.command), guessed.editor);

  const policies = [{ uri: pathToFileURL(path.join(folder, 'policy.json')).href, role: 'hklm' }];
  const chosen = await bothCompare(t, folder, head, { policies });
  assert.deepEqual(
    [chosen.command, chosen.answer.notes],
    ['diff HEAD --policy hklm=policy.json --org-plugins none --user-config none', []],
  );
  assert.deepEqual(printed(folder, chosen.command), chosen.editor);
});

test('profiles, policies and what is only supposed can be printed as well', async (t) => {
  const folder = repository(t, { ...kit, 'next/fleet.json': policyOf('next') });
  const policies = [{ uri: pathToFileURL(path.join(folder, 'fleet.json')).href, role: 'managed' }];
  const uri = (name: string) => pathToFileURL(path.join(folder, name)).href;
  const asked: readonly CompareToolsParams[] = [
    { before: { is: 'profile', profile: 'locked-down' }, after: { is: 'now' } },
    { before: { is: 'policy', uri: uri('fleet.json') }, after: { is: 'policy', uri: uri('next/fleet.json') } },
    { before: { is: 'policy', uri: uri('next/fleet.json') }, after: { is: 'revision', revision: 'main' } },
    { ...head, whatIf: { uninstalled: ['own'], minimumVersion: '1.24012.0', date: '2027-01-01T00:00:00Z' } },
  ];
  for (const params of asked) {
    const { command, editor } = await bothCompare(t, folder, params, { policies });
    assert.deepEqual(printed(folder, command), editor, command);
  }
  const plugins = { before: { is: 'now' }, after: { is: 'plugins', uri: uri('common') } } as const;
  assert.equal((await bothCompare(t, folder, plugins, { policies })).command, undefined);
});

test('a path behind the colon of a revision means the same to both', async (t) => {
  const folder = repository(t, { 'eu/fleet.json': policyOf('docs'), 'us/fleet.json': policyOf('other') });
  const connection = await diskServer(t, folder);
  const params = {
    before: { is: 'revision', revision: 'HEAD:eu/fleet.json' },
    after: { is: 'revision', revision: 'HEAD:us/fleet.json' },
  };
  const answer = await connection.sendRequest<Compared>(requests.compareTools, params);
  const words = ['diff', 'HEAD:eu/fleet.json', 'HEAD:us/fleet.json', '--format', 'json'];
  assert.deepEqual(ofInterest(answer.json), ofInterest(plugboard(folder, ...words).out));
});
