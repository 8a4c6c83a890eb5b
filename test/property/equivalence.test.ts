import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { FileChangeType } from 'vscode-languageserver-protocol/node';
import { kinds } from '../../server/core/kinds/index.ts';
import { seedOf } from '../support/property.ts';
import { at, type Client, connect } from '../wire/support.ts';
import { randomFrom } from './transform.ts';

/** Texts that each path may hold; none of them is half-typed. */
const texts: Readonly<Record<string, readonly string[]>> = {
  'kit/.claude-plugin/plugin.json': ['{ "name": "kit" }', '{ "name": "other", "version": "1.0.0" }'],
  'kit/claude-plugin/plugin.json': ['{ "name": "kit" }'],
  'kit/agents/a.md': ['---\nname: a\ntools: Raed\n---\n', '---\nname: b\ndescription: B.\ntools: Bash\n---\n'],
  'kit/commands/c.md': ['---\ndescripton: C.\n---\nAsk @agent-a and run ${CLAUDE_PLUGIN_ROOT}/scripts/s.sh\n'],
  'kit/skills/steer/SKILL.md': ['---\nname: steer\ndescription: S.\n---\nSee [a](references/a.md).\n'],
  'kit/skills/steer/steer.md': ['---\nname: steer\n---\n'],
  'kit/skills/steer/references/a.md': ['A\n'],
  'kit/skills/group/deep/SKILL.md': ['---\nname: deep\ndescription: D.\n---\n'],
  'kit/SKILL.md': ['---\nname: kit\ndescription: K.\n---\n'],
  'kit/hooks/hooks.json': ['{ "hooks": { "PreTolUse": [] } }', '{ "hooks": {} }'],
  'kit/scripts/s.sh': ['echo\n'],
  'kit/.mcp.json': [
    '{ "mcpServers": { "crm": { "type": "htp", "url": "https://a.example" } } }',
    '{ "mcpServers": { "docs": { "command": "docs" } } }',
  ],
  'org-plugins/p/skills/one/SKILL.md': ['---\nname: two\ndescription: T.\n---\n'],
  'org-plugins/p/.mcp.json': ['{ "mcpServers": { "crm": { "command": "crm" } } }'],
  'policy.json': [
    '{ "inferenceProvider": "anthropic", "disabledBuiltinTools": ["Bash"] }',
    '{ "inferenceProvider": "anthropic", "managedMcpServers": [{ "name": "crm", "transport": "http", "url": "http://c.example/mcp" }] }',
    '{ "scripts": { "test": "x" } }',
  ],
  '.claude-plugin/marketplace.json': [
    '{ "name": "shop", "owner": { "name": "O" }, "plugins": [{ "name": "kit", "source": "./kit" }] }',
  ],
  'notes.txt': ['n\n'],
};
const paths = Object.keys(texts);

/** The folders above a path, the nearest first. */
const above = (path: string): string[] =>
  path.split('/').flatMap((_, i, parts) => (i === 0 ? [] : parts.slice(0, -i).join('/')));

/** Lets the server come to rest: everything that it still waits for is done. */
async function rest(client: Client): Promise<void> {
  for (let quiet = 0; quiet < 3; ) {
    await client.sync();
    quiet = client.isPausing ? 0 : quiet + 1;
    client.pause();
  }
}

/** One of the things that happen to a workspace, done and told to the server. */
async function happen(client: Client, next: (below: number) => number, open: Map<string, string>): Promise<string> {
  const path = paths[next(paths.length)] ?? '';
  const choices = texts[path] ?? [];
  const text = choices[next(choices.length)] ?? '';
  const files = client.files.texts;
  const tell = (uri: string, type: FileChangeType) =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: at(uri), type }] });
  const what = next(6);
  if (what <= 1) {
    const isNew = !files.has(at(path));
    // The editor tells of the highest folder that came.
    const came = above(path).findLast((folder) => ![...files.keys()].some((uri) => uri.startsWith(`${at(folder)}/`)));
    files.set(at(path), text);
    await tell(isNew ? (came ?? path) : path, isNew ? FileChangeType.Created : FileChangeType.Changed);
    return `write ${path}`;
  }
  if (what === 2) {
    const folders = [path, ...above(path)];
    const gone = folders[next(Math.min(2, folders.length))] ?? path;
    for (const uri of [...files.keys()]) if (uri === at(gone) || uri.startsWith(`${at(gone)}/`)) files.delete(uri);
    // A disk in memory has no empty folders: they go, too.
    const isEmpty = (folder: string) => ![...files.keys()].some((uri) => uri.startsWith(`${at(folder)}/`));
    await tell(above(gone).findLast(isEmpty) ?? gone, FileChangeType.Deleted);
    return `delete ${gone}`;
  }
  if (what === 3) {
    if (open.has(path)) await client.change(path, text);
    else await client.open(path, text, path.endsWith('.md') ? 'markdown' : 'json');
    open.set(path, text);
    return `type ${path}`;
  }
  const [first] = open.keys();
  if (first === undefined) return 'nothing';
  if (what === 4) {
    files.set(at(first), open.get(first) ?? '');
    await tell(first, FileChangeType.Created);
    return `save ${first}`;
  }
  open.delete(first);
  await client.close(first);
  return `close ${first}`;
}

const shown = (client: Client) =>
  Object.fromEntries(
    paths.map((path) => [
      path,
      client.shown(path).map(({ code, range }) => `${code} ${range.start.line}:${range.start.character}`),
    ]),
  );

/** Runs a sequence and compares what is shown with what a server shows that starts now. */
async function compare(t: TestContext, seed: number): Promise<void> {
  const random = randomFrom(seed);
  const next = (below: number) => Math.floor(random() * below);
  const start = Object.fromEntries(paths.filter(() => next(2) === 0).map((path) => [path, texts[path]?.[0] ?? '']));
  const client = await connect(t, { kinds, files: start });
  const open = new Map<string, string>();
  const story: string[] = [];
  for (let step = 0; step < 10; step++) {
    story.push(await happen(client, next, open));
    if (next(3) === 0) await rest(client);
  }
  await rest(client);
  const root = at('');
  const files = Object.fromEntries([...client.files.texts].map(([uri, text]) => [uri.slice(root.length), text]));
  const fresh = await connect(t, { kinds, files });
  for (const [path, text] of open) await fresh.open(path, text, path.endsWith('.md') ? 'markdown' : 'json');
  await rest(fresh);
  assert.deepEqual(shown(client), shown(fresh), `seed ${seed}: ${story.join(', ')}`);
}

/** So many sequences; the long run sets more. */
const runs = Number(process.env.SEQUENCES ?? 100);

test('after any sequence of changes the server shows what a fresh one shows', async (t) => {
  const first = Number(process.env.SEED ?? seedOf(t.name) % 1_000_000);
  for (let i = 0; i < runs; i++) await t.test(`sequence ${first + i}`, (each) => compare(each, first + i));
});
