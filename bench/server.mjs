// Measures the language server over stdio, as an editor uses it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const timeout = 120_000;
const probe = pathToFileURL(path.join(import.meta.dirname, 'probe.mjs')).href;

/** Starts a server with `folder` and `documents` open, and waits until it is idle. */
export async function startServer(program, folder, documents) {
  const child = spawn(process.execPath, ['--expose-gc', '--import', probe, program, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
  });
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
  const languages = { '.json': 'json', '.md': 'markdown', '.mobileconfig': 'xml', '.reg': 'registry' };
  const languageOf = (file) => languages[path.extname(file)] ?? 'json';
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
  const changeText = (uri, version, change) =>
    connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [change],
    });
  /** Returns the CPU time of the server so far, in milliseconds, and its memory. @param collects collects garbage first */
  const usage = async ({ collects = false } = {}) => {
    const answer = once(child, 'message');
    child.send({ collects });
    const [reported] = await answer;
    return reported;
  };
  return {
    idle,
    usage,
    /** Sends a notification, such as an edit or events of watched files. */
    notify: (method, params) => connection.sendNotification(method, params),
    /** Returns the answer to a request, with all its parameters. */
    ask: (method, params) => connection.sendRequest(method, params),
    /** Edits a range, as a keystroke does, and returns the milliseconds until the next diagnostics. */
    type: (uri, version, change) => untilDiagnostics(uri, () => changeText(uri, version, change)),
    open: (document) => untilDiagnostics(document.uri, () => open(document)),
    close: (uri) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    change: (uri, version, text) => untilDiagnostics(uri, () => changeText(uri, version, { text })),
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
      await changeText(uri, version, { text });
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
