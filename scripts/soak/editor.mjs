// An editor that types, opens, closes and asks at random, over the real protocol.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  MessageType,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { edited } from './random.mjs';

const root = path.resolve(import.meta.dirname, '../..');
/** Without compilers for machine code: it counts as heap and grows for an hour, so that a leak of the server would not stand out. */
const interpreted = ['--no-opt', '--no-maglev', '--no-sparkplug'];
const whole = { start: { line: 0, character: 0 }, end: { line: 2 ** 31 - 1, character: 0 } };
const methods = {
  'textDocument/completion': {},
  'textDocument/hover': {},
  'textDocument/definition': {},
  'textDocument/references': { context: { includeDeclaration: true } },
  'textDocument/documentLink': {},
  'textDocument/documentSymbol': {},
  'textDocument/codeAction': { range: whole, context: { diagnostics: [] } },
  'textDocument/codeLens': {},
  'textDocument/inlayHint': { range: whole },
  'textDocument/foldingRange': {},
  'textDocument/semanticTokens/full': {},
};
const questions = Object.entries(methods);
const pages = ['plugboard/effective', 'plugboard/tree', 'plugboard/policies', 'plugboard/sourceCandidates'];

/** Starts a server on `folder`, and resolves when it has read it. */
export async function openEditor(folder, random) {
  const probe = pathToFileURL(path.join(import.meta.dirname, 'probe.mjs')).href;
  const args = ['--expose-gc', ...interpreted, '--import', probe, path.join(root, 'dist/server.js'), '--stdio'];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const log = [];
  // Edits at random break .plugboard.json, and the server warns of it. Only errors are faults of the server.
  connection.onNotification('window/logMessage', ({ type, message }) => {
    if (type === MessageType.Error) log.push(message);
  });
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/configuration', () => [null]);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'soak' }],
    capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
    initializationOptions: { trusted: true },
  });
  await connection.sendNotification('initialized', {});
  await connection.sendRequest('plugboard/effective', null);
  return new Editor(folder, random, child, connection, log);
}

class Editor {
  #open = new Map();
  #written = new Map();
  #failures = 0;
  done = { edits: 0, opens: 0, closes: 0, requests: 0, writes: 0 };

  constructor(folder, random, child, connection, log) {
    Object.assign(this, { folder, random, child, connection, log });
    this.memory = readline.createInterface({ input: child.stderr });
    this.files = fs
      .readdirSync(folder, { recursive: true })
      .filter((name) => /\.(json|md|mobileconfig|plist|reg)$/.test(name))
      .sort()
      .map((name) => ({ file: path.join(folder, name), text: fs.readFileSync(path.join(folder, name), 'utf8') }));
  }

  #pick = (items) => items[this.random(items.length)];

  /** Does something at random. Resolves when what it asked was answered. */
  async step() {
    const choice = this.random(20);
    const [uri, document] = this.#pick([...this.#open]) ?? [];
    if (!document || choice === 0) await this.#openOne();
    else if (choice === 1) await this.#close(uri);
    else if (choice === 2) await this.#write();
    else if (choice === 3) await this.#ask(this.#pick(pages), null);
    else if (choice < 13) await this.#type(uri, document);
    else await this.#askAbout(uri, document);
  }

  async #openOne() {
    const { file, text } = this.#pick(this.files);
    const uri = pathToFileURL(file).href;
    if (this.#open.has(uri)) return;
    this.#open.set(uri, { text, version: 1 });
    this.done.opens++;
    const languageId = file.endsWith('.md') ? 'markdown' : 'json';
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  async #close(uri) {
    this.#open.delete(uri);
    this.done.closes++;
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  async #type(uri, document) {
    document.text = edited(document.text, this.random).slice(0, 200_000);
    document.version++;
    this.done.edits++;
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: document.version },
      contentChanges: [{ text: document.text }],
    });
  }

  /** Changes or removes a file on disk. */
  async #write() {
    const { file, text } = this.#pick(this.files);
    const isGone = this.random(3) === 0;
    if (isGone) fs.rmSync(file, { force: true });
    else fs.writeFileSync(file, edited(text, this.random));
    this.#written.set(file, text);
    this.done.writes++;
    await this.#tell(file, isGone ? 3 : 2);
  }

  #tell(file, type) {
    return this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(file).href, type }],
    });
  }

  async #askAbout(uri, { text }) {
    const [method, more] = this.#pick(questions);
    const position = { line: this.random(text.split('\n').length), character: this.random(80) };
    await this.#ask(method, { textDocument: { uri }, position, ...more });
  }

  async #ask(method, params) {
    this.done.requests++;
    try {
      await this.connection.sendRequest(method, params);
    } catch {
      this.#failures++;
    }
  }

  /** Closes everything and restores all files, so that the server is in the same state at every measurement. */
  async rest() {
    for (const uri of [...this.#open.keys()]) await this.#close(uri);
    for (const [file, text] of this.#written) {
      fs.writeFileSync(file, text);
      await this.#tell(file, 1);
      await this.#tell(file, 2);
    }
    this.#written.clear();
    await this.connection.sendRequest('plugboard/effective', null);
  }

  /** Returns heap and resident memory of the server after a garbage collection, in bytes. */
  measure() {
    return new Promise((resolve) => {
      this.memory.on('line', function listen(line) {
        const [, heap, rss] = /^memory (\d+) (\d+)$/.exec(line) ?? [];
        if (heap === undefined) return;
        this.off('line', listen);
        resolve({ heap: Number(heap), rss: Number(rss) });
      });
      this.child.kill('SIGUSR2');
    });
  }

  get failures() {
    return this.#failures;
  }

  async close() {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await ended;
    this.connection.dispose();
  }
}
