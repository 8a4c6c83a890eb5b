import assert from 'node:assert/strict';
import { type ChildProcess, fork, spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { fileUri } from '../../server/core/base/uri.ts';

let folder = '';
let server = '';
const { PLUGBOARD_ROOT: project = process.cwd() } = process.env;

before(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'plugboard-wire-'));
  server = path.join(folder, 'server.mjs');
  await build({
    entryPoints: [path.join(project, 'server/lsp/main.ts')],
    outfile: server,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  await fs.mkdir(path.join(folder, 'org-plugins/a/.claude-plugin'), { recursive: true });
  await fs.writeFile(path.join(folder, 'org-plugins/a/.claude-plugin/plugin.json'), '{ "name": 1 }');
});

after(() => fs.rm(folder, { recursive: true }));

/** Initialises the server, waits for the problems of a file on disk, shuts it down, and waits for its exit. */
async function converse(child: ChildProcess, reader: MessageReader, writer: MessageWriter): Promise<void> {
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const connection = createProtocolConnection(reader, writer);
  const published = new Promise<{ uri: string; diagnostics: unknown[] }>((resolve) =>
    connection.onNotification('textDocument/publishDiagnostics', (params) => {
      if (params.diagnostics.length > 0) resolve(params);
    }),
  );
  connection.listen();
  const workspaceFolders = [{ uri: fileUri(folder), name: 'folder' }];
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {}, workspaceFolders });
  await connection.sendNotification('initialized', {});
  assert.equal((await published).uri, fileUri(path.join(folder, 'org-plugins/a/.claude-plugin/plugin.json')));
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  assert.equal(await ended, 0);
  connection.dispose();
}

test('the server speaks over stdio and ends when it is told to', async () => {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  await converse(child, new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
});

test("the server speaks over node's IPC", async () => {
  const child = fork(server, ['--node-ipc'], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  await converse(child, new IPCMessageReader(child), new IPCMessageWriter(child));
});
