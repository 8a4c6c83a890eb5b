import { PassThrough } from 'node:stream';
import type { TestContext } from 'node:test';
import { createConnection } from 'vscode-languageserver/node';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type RegistrationParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { unpack } from '../../client/panel/unpack.ts';
import { Lines } from '../../server/core/base/text.ts';
import type { DocumentKind } from '../../server/core/model.ts';
import { startServer } from '../../server/lsp/server.ts';
import {
  type ChosenSources,
  type EffectiveAnswer,
  notifications,
  type PackedAnswer,
  requests,
  type WhatIf,
} from '../../server/protocol.ts';
import { MemoryFiles } from './memoryFiles.ts';

export const root = 'file:///work%20space';

/** Returns the URI of a file of the workspace. */
export const at = (path: string): string => `${root}/${path}`;

export interface Setup {
  readonly kinds: readonly DocumentKind[];
  /** Texts by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** The response to `workspace/configuration`. */
  readonly settings?: unknown;
  /** A request that is sent before the server has read anything. */
  readonly early?: string;
  readonly earlyParams?: object;
}

/** A client with all capabilities; single tests remove some. */
export const capable: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    didChangeConfiguration: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
  },
  window: { workDoneProgress: true },
  textDocument: { completion: { completionItem: { snippetSupport: true } } },
};

/** The client's side of a real connection over two streams. */
export class Client {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly registered: { method: string; registerOptions?: unknown }[] = [];
  readonly log: string[] = [];
  readonly progress: unknown[] = [];
  settings: unknown;
  #pause: (() => void) | undefined;
  #changed = 0;
  #waiting: (() => void)[] = [];
  readonly #versions = new Map<string, number>();

  constructor(
    readonly connection: ProtocolConnection,
    readonly files: MemoryFiles,
  ) {}

  /** Ends the pause for which the server waits, as if typing had stopped. */
  pause(): void {
    const ended = this.#pause;
    this.#pause = undefined;
    // The server may immediately wait for the next pause.
    ended?.();
  }

  /** The server's clock: it stands still until `pause`. */
  readonly timer = (callback: () => void): (() => void) => {
    this.#pause = callback;
    return () => {
      if (this.#pause === callback) this.#pause = undefined;
    };
  };

  get isPausing(): boolean {
    return this.#pause !== undefined;
  }

  noteChanged(): void {
    this.#changed++;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** Waits until the server has become idle for the `times`-th time. */
  async whenIdle(times = 1): Promise<void> {
    while (this.#changed < times) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  get idleTimes(): number {
    return this.#changed;
  }

  /** Chooses the sources of the effective tool set, as the user does in the editor. */
  async choose(sources: ChosenSources): Promise<void> {
    await this.connection.sendNotification(notifications.sources, sources);
  }

  /** Requests and unpacks the effective tool set, as the panel does. */
  async effective(whatIf: WhatIf | null = null): Promise<EffectiveAnswer> {
    return unpack(await this.connection.sendRequest<PackedAnswer>(requests.effective, whatIf));
  }

  /** Waits until the server has answered everything sent before. */
  async sync(): Promise<void> {
    await this.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: 'file:///nowhere' } });
  }

  async open(path: string, text: string, languageId = 'json'): Promise<Diagnostic[]> {
    this.#versions.set(path, 1);
    const textDocument = { uri: at(path), languageId, version: 1, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
    await this.sync();
    return this.shown(path);
  }

  /** Replaces the whole text. */
  async change(path: string, text: string): Promise<Diagnostic[]> {
    const version = (this.#versions.get(path) ?? 0) + 1;
    this.#versions.set(path, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: at(path), version },
      contentChanges: [{ text }],
    });
    await this.sync();
    return this.shown(path);
  }

  async close(path: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: at(path) } });
    await this.sync();
  }

  /** Returns what the client currently shows for a file. */
  shown(path: string): Diagnostic[] {
    return this.published.findLast(({ uri }) => uri === at(path))?.diagnostics ?? [];
  }

  messages(path: string): string[] {
    return this.shown(path).map(({ message }) => String(message));
  }

  /** Opens a text with the cursor at `<|>` and sends `method` there. */
  async ask<R>(method: string, path: string, marked: string, languageId?: string): Promise<R> {
    const offset = marked.indexOf('<|>');
    const text = marked.replace('<|>', '');
    await this.open(path, text, languageId);
    const position: Position = new Lines(text).positionAt(offset);
    return this.connection.sendRequest(method, { textDocument: { uri: at(path) }, position });
  }
}

/** Starts a server, initialises it, waits until it has read the workspace, and ends both sides with the test. */
export async function connect(
  context: TestContext,
  setup: Setup,
): Promise<Client & { initialized: InitializeResult; early: unknown }> {
  const up = new PassThrough();
  const down = new PassThrough();
  const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const entries = Object.entries(setup.files ?? {}).map(([path, text]) => [at(path), text] as const);
  const files = new MemoryFiles(Object.fromEntries(entries));
  const client = new Client(connection, files);
  client.settings = setup.settings ?? null;
  startServer(server, {
    kinds: setup.kinds,
    files,
    timer: client.timer,
    now: () => '2026-11-21T00:00:00Z',
    rulePage: (rule) => `https://example.com/${rule}`,
  });
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    client.published.push(params);
  });
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    client.log.push(message);
  });
  connection.onNotification('plugboard/changed', () => client.noteChanged());
  connection.onNotification('$/progress', ({ value }: { value: unknown }) => {
    client.progress.push(value);
  });
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onRequest('workspace/configuration', () => [client.settings]);
  connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
    client.registered.push(...registrations);
    return null;
  });
  connection.listen();
  context.after(() => {
    connection.dispose();
    server.dispose();
  });
  const params: InitializeParams = {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: root, name: 'work space' }],
    capabilities: setup.capabilities ?? capable,
    initializationOptions: setup.initializationOptions,
  };
  const initialized: InitializeResult = await connection.sendRequest('initialize', params);
  await connection.sendNotification('initialized', {});
  const early =
    setup.early === undefined ? undefined : await connection.sendRequest(setup.early, setup.earlyParams ?? null);
  await client.whenIdle();
  return Object.assign(client, { initialized, early });
}
