// Rows that grow a workspace: a language server over stdio, in workspaces of several sizes.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { write, writeFleet } from '../fleet.mjs';
import { startServer } from '../server.mjs';

const program = path.resolve(import.meta.dirname, '../../dist/server.js');
const plugin = 'org-plugins/berth-7';
const skill = `${plugin}/skills/moor/SKILL.md`;
const agent = `${plugin}/agents/pilot.md`;
const servers = `${plugin}/.mcp.json`;
const [created, deleted] = [1, 3];
const rounds = 3;

/** Returns one measurement, the CPU time of the server in milliseconds or its memory in MB, of each operation. */
export async function measureWorkspace(folder, documents) {
  fs.mkdirSync(folder, { recursive: true });
  writeFleet(folder, documents);
  const uriOf = (file) => pathToFileURL(path.join(folder, file)).href;
  const textOf = (file) => fs.readFileSync(path.join(folder, file), 'utf8');
  const opened = [skill, agent, servers, 'policy.json'].map((file) => ({ uri: uriOf(file), text: textOf(file) }));
  const server = await startServer(program, folder, opened);
  const about = (file) => ({ textDocument: { uri: uriOf(file) } });
  const at = (file, text, more = 1) => ({
    ...about(file),
    position: positionAt(textOf(file), textOf(file).indexOf(text) + more),
  });
  // Lenses are answered when typing has paused and everything is up to date.
  const settled = () => server.ask('textDocument/codeLens', about(skill));
  await settled();
  const times = { 'first scan': (await server.usage()).cpu };
  const { memory } = await server.usage({ collects: true });
  times['memory, MB'] = memory.rss / 2 ** 20;
  times['heap, MB'] = memory.heapUsed / 2 ** 20;

  const measure = async (name, run) => {
    const before = (await server.usage()).cpu;
    await run();
    const time = (await server.usage()).cpu - before;
    times[name] = Math.min(times[name] ?? Number.POSITIVE_INFINITY, time);
  };
  let version = 1;
  const replace = (file, from, to) => {
    const text = textOf(file).replace(from, to);
    return server.notify('textDocument/didChange', {
      textDocument: { uri: uriOf(file), version: ++version },
      contentChanges: [{ text }],
    });
  };
  /** Measures a change and its way back, up to the moment when everything is up to date. */
  const changed = async (name, file, from, to) => {
    await measure(name, async () => {
      await replace(file, from, to);
      await settled();
    });
    await replace(file, from, from);
    await settled();
  };
  const events = (files, type) =>
    server.notify('workspace/didChangeWatchedFiles', { changes: files.map((file) => ({ uri: uriOf(file), type })) });
  const came = async (name, file, text) => {
    await measure(`${name} comes`, async () => {
      write(folder, file, text);
      await events([file], created);
      await settled();
    });
    await measure(`${name} goes`, async () => {
      fs.rmSync(path.join(folder, file));
      await events([file], deleted);
      await settled();
    });
  };

  for (let round = 0; round < rounds; round++) {
    await measure('typing in a body → diagnostics', async () => {
      await replace(skill, '# Moor', '# Moor it');
      await server.idle();
    });
    await measure('the pause after it', settled);
    await changed('one more tool of an agent', agent, 'Read, Grep', 'Read, Grep, Glob');
    await changed('an agent is renamed', agent, 'pilot-7', 'pilot-7x');
    await changed('policy: a built-in tool is disabled', 'policy.json', '"WebSearch"', '"WebSearch", "Grep"');
    await changed('policy: a server is renamed', 'policy.json', '"archive"', '"archives"');
    await changed('.mcp.json: a server is renamed', servers, 'quay-7"', 'quay-7x"');
    await measure('completion of an agent’s tools', () => server.ask('textDocument/completion', at(agent, 'Read')));
    await measure('completion in a policy', () =>
      server.ask('textDocument/completion', at('policy.json', 'WebSearch')),
    );
    await replace('policy.json', '"get_*"', `"get_${round}*"`);
    await measure('hover in a policy, after an edit', () =>
      server.ask('textDocument/hover', at('policy.json', 'archive')),
    );
    await settled();
    await measure('panel after an edit', async () => {
      await replace('policy.json', '"get_*"', `"got_${round}*"`);
      await server.ask('plugboard/effective', null);
    });
    await settled();
    await measure('panel again', () => server.ask('plugboard/effective', null));
    await measure('tree of plugins', () => server.ask('plugboard/tree', null));
    await measure('tree of policies', () => server.ask('plugboard/policies', null));
    await measure('choice of sources', () => server.ask('plugboard/sourceCandidates', null));
    await measure('lenses', () => server.ask('textDocument/codeLens', about(servers)));
    await measure('hints', () => server.ask('textDocument/inlayHint', { ...about(agent), range: lines(20) }));
    await measure('definition', () => server.ask('textDocument/definition', at(skill, 'pilot-7')));
    await measure('references', () =>
      server.ask('textDocument/references', { ...at(agent, 'pilot-7'), context: { includeDeclaration: true } }),
    );
    await measure('rename', () => server.ask('textDocument/rename', { ...at(agent, 'pilot-7'), newName: 'pilot-x' }));
    await measure('links', () => server.ask('textDocument/documentLink', about(skill)));
    await measure('quick fixes', () =>
      server.ask('textDocument/codeAction', { ...about(skill), range: lines(1), context: { diagnostics: [] } }),
    );
    await measure('workspace symbols', () => server.ask('workspace/symbol', { query: 'quay' }));
    await came('a component', `${plugin}/skills/anchor/SKILL.md`, '---\nname: anchor\ndescription: Drops it.\n---\n');
    await came('a file of no kind', `${plugin}/notes.txt`, 'Notes.\n');
    await came('a level in .plugboard.json', '.plugboard.json', '{ "rules": { "skill/name-form": "off" } }\n');
  }
  const markdown = fs
    .readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.md') && file !== skill)
    .map((file) => file.replaceAll('\\', '/'));
  for (const file of markdown) fs.rmSync(path.join(folder, file));
  await measure('all Markdown is deleted', async () => {
    await events(markdown, deleted);
    await settled();
  });
  await server.stop();
  fs.rmSync(folder, { recursive: true, force: true });
  return times;
}

const lines = (count) => ({ start: { line: 0, character: 0 }, end: { line: count, character: 0 } });

function positionAt(text, offset) {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1).length };
}
