import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { createConnection } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  type Diagnostic,
  type FileEvent,
  LSPErrorCodes,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type RegistrationParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { normalise } from '../../../server/core/base/uri.ts';
import type { FileSystem } from '../../../server/disk/fileSystem.ts';
import { nodeHost } from '../../../server/lsp/nodeHost.ts';
import { startServer } from '../../../server/lsp/server.ts';
import { capable } from '../../wire/support.ts';
import { type Disk, Watcher } from './disk.ts';

interface Opened {
  readonly text: string;
  readonly version: number;
  /** It has unsaved changes. */
  readonly isDirty: boolean;
}

const languages: Readonly<Record<string, string>> = { md: 'markdown', json: 'json' };
const languageOf = (file: string): string => languages[file.slice(file.lastIndexOf('.') + 1)] ?? 'plaintext';

/** After this number of consecutive answers with nothing left to wait for, the server is idle. */
const calm = 4;

/** An editor on a real folder with its own language server over streams. Its clock stands still until `pause`. */
export class Editor {
  readonly open = new Map<string, Opened>();
  readonly log: string[] = [];
  readonly watcher: Watcher;
  /** What the user has set in the editor. */
  settings: object | null = null;
  readonly #shown = new Map<string, readonly Diagnostic[]>();
  readonly #connection: ProtocolConnection;
  readonly #dispose: () => void;
  #pause: (() => void) | undefined;
  /** The number of files that are being read and folders that are being scanned. */
  #inFlight = 0;
  #isLoaded = false;

  constructor(readonly disk: Disk) {
    this.watcher = new Watcher(disk);
    const [up, down] = [new PassThrough(), new PassThrough()];
    const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    const host = nodeHost();
    startServer(server, { ...host, files: this.#counted(host.files), timer: this.#timer });
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      this.#shown.set(normalise(uri), diagnostics);
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => void this.log.push(message));
    connection.onNotification('plugboard/changed', () => {
      this.#isLoaded = true;
    });
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.onRequest('workspace/configuration', () => [this.settings]);
    connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      for (const { registerOptions } of registrations) this.watcher.register(registerOptions?.watchers ?? []);
      return null;
    });
    connection.listen();
    this.#connection = connection;
    this.#dispose = () => {
      connection.dispose();
      server.dispose();
    };
  }

  async start(): Promise<void> {
    await this.#connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: this.disk.uri(''), name: 'folder' }],
      capabilities: capable,
      initializationOptions: { trusted: true },
    });
    await this.#connection.sendNotification('initialized', {});
    while (!this.#isLoaded) await this.sync();
    await this.rest();
  }

  async stop(): Promise<void> {
    await this.#connection.sendRequest('shutdown');
    this.#dispose();
  }

  readonly #timer = (callback: () => void): (() => void) => {
    this.#pause = callback;
    return () => {
      if (this.#pause === callback) this.#pause = undefined;
    };
  };

  #counted({ scan, read, stat }: FileSystem): FileSystem {
    const count = async <T>(work: Promise<T>): Promise<T> => {
      this.#inFlight++;
      return work.finally(() => {
        this.#inFlight--;
      });
    };
    return {
      scan: (...args) => count(scan(...args)),
      read: (uri) => count(read(uri)),
      stat: (uri) => count(stat(uri)),
    };
  }

  /** Ends the pause for which the server waits, as if typing had stopped. */
  pause(): void {
    const ended = this.#pause;
    this.#pause = undefined;
    ended?.();
  }

  /** Waits until the server has answered everything that was sent before. */
  async sync(): Promise<void> {
    await this.#connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: 'file:///nowhere' } });
  }

  /** Waits until the server has nothing left to do. */
  async rest(): Promise<void> {
    for (let quiet = 0; quiet < calm; ) {
      await this.sync();
      await setImmediate();
      quiet = this.#pause || this.#inFlight > 0 ? 0 : quiet + 1;
      this.pause();
    }
  }

  /** Sends a request without waiting for the response. */
  ask(method: string, params: object | null): void {
    this.#connection.sendRequest(method, params).catch((error: { code: number; message: string }) => {
      if (error.code !== LSPErrorCodes.RequestFailed) this.log.push(`${method}: ${error.message}`);
    });
  }

  async openFile(file: string, text: string, isDirty = false): Promise<void> {
    this.open.set(file, { text, version: 1, isDirty });
    const textDocument = { uri: this.disk.uri(file), languageId: languageOf(file), version: 1, text };
    await this.#connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  /** Replaces `length` characters from `start` on. */
  async edit(file: string, start: number, length: number, inserted: string, isDirty = true): Promise<void> {
    const opened = this.open.get(file);
    if (!opened) return;
    const text = opened.text.slice(0, start) + inserted + opened.text.slice(start + length);
    const version = opened.version + 1;
    this.open.set(file, { text, version, isDirty });
    const range = { start: positionIn(opened.text, start), end: positionIn(opened.text, start + length) };
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.disk.uri(file), version },
      contentChanges: [{ range, text: inserted }],
    });
  }

  async configure(settings: object | null): Promise<void> {
    this.settings = settings;
    await this.#connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  }

  async close(file: string): Promise<void> {
    this.open.delete(file);
    await this.#connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.disk.uri(file) } });
  }

  save(file: string): void {
    const opened = this.open.get(file);
    if (opened && this.disk.write(file, opened.text)) this.open.set(file, { ...opened, isDirty: false });
  }

  /** Reports changes on disk to the server, and reloads open texts without unsaved changes. */
  async followDisk({ onlyTops = false, isReloadFirst = false, areApart = false } = {}): Promise<void> {
    const tell = (changes: readonly FileEvent[]) =>
      this.#connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    const events = this.watcher.takeEvents(onlyTops);
    if (isReloadFirst) await this.#reload();
    if (areApart) for (const event of events) await tell([event]);
    else if (events.length > 0) await tell(events);
    if (!isReloadFirst) await this.#reload();
  }

  async #reload(): Promise<void> {
    for (const [file, { text, isDirty }] of this.open) {
      const now = this.disk.read(file);
      if (!isDirty && now !== undefined && now !== text) await this.edit(file, 0, text.length, now, false);
    }
  }

  /** Returns what is shown, by path: one line for each finding, sorted. `isWhole` adds what the command line does not print. */
  shown({ isWhole = false } = {}): Record<string, string[]> {
    const found: Record<string, string[]> = {};
    for (const uri of [...this.#shown.keys()].sort()) {
      const lines = (this.#shown.get(uri) ?? []).map(
        ({ severity = 1, code, range, message, tags, relatedInformation }) => {
          const line = lineOf({
            severity: severities[severity - 1] ?? '',
            rule: String(code),
            range,
            message: String(message),
          });
          return isWhole ? `${line} ${JSON.stringify({ tags, relatedInformation })}` : line;
        },
      );
      if (lines.length > 0) found[uri] = lines.sort();
    }
    return found;
  }
}

const severities = ['error', 'warning', 'info', 'hint'];

/** Returns one finding as one line, the same for the editor and the command line. */
export const lineOf = ({
  severity,
  rule,
  range: { start, end },
  message,
}: Pick<Diagnostic, 'range'> & { severity: string; rule: string; message: string }): string =>
  `${start.line}:${start.character}-${end.line}:${end.character} ${severity} ${rule} ${message.replace(/\s+/g, ' ')}`;

function positionIn(text: string, offset: number) {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
