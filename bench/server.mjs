// Measures the language server over stdio, as an editor uses it.
import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const timeout = 30_000;

/** Starts a server with `folder` and `documents` open, and waits until it is idle. */
export async function startServer(program, folder, documents) {
  const child = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const waiting = new Map();
  connection.onNotification('textDocument/publishDiagnostics', ({ uri }) => {
    waiting.get(uri)?.();
    waiting.delete(uri);
  });
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null));
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.listen();
  const uri = pathToFileURL(folder).href;
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: uri,
    capabilities: { workspace: { configuration: true, workspaceFolders: true } },
    workspaceFolders: [{ uri, name: 'bench' }],
  });
  await connection.sendNotification('initialized', {});
  const languageOf = (file) => (file.endsWith('.json') ? 'json' : 'markdown');
  const open = (each) =>
    connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: each.uri, languageId: languageOf(each.uri), version: 1, text: each.text },
    });
  for (const each of documents) await open(each);
  // Answered only when everything before it is done.
  const [first] = documents;
  const idle = () =>
    connection.sendRequest('textDocument/hover', {
      textDocument: { uri: first.uri },
      position: { line: 0, character: 0 },
    });
  await idle();

  /** Returns the milliseconds from `send` to the next diagnostics of `uri`. */
  const untilDiagnostics = async (uri, send) => {
    const started = performance.now();
    const came = new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no diagnostics of ${uri} in ${timeout} ms`)), timeout);
      waiting.set(uri, () => {
        clearTimeout(timer);
        resolve(undefined);
      });
    });
    await send();
    await came;
    return performance.now() - started;
  };
  return {
    idle,
    open: (document) => untilDiagnostics(document.uri, () => open(document)),
    close: (uri) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    change: (uri, version, text) =>
      untilDiagnostics(uri, () =>
        connection.sendNotification('textDocument/didChange', {
          textDocument: { uri, version },
          contentChanges: [{ text }],
        }),
      ),
    request: async (method, uri, params) => {
      const started = performance.now();
      await connection.sendRequest(method, { textDocument: { uri }, ...params });
      return performance.now() - started;
    },
    /**
     * Returns the milliseconds from a change of a whole text to the response of a request that is sent with it, and its size in
     * characters.
     */
    changeAndAsk: async ({ uri, version, text }, method, params) => {
      const started = performance.now();
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      });
      const answer = await connection.sendRequest(method, params);
      return { time: performance.now() - started, answer };
    },
    async stop() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      connection.dispose();
    },
  };
}
