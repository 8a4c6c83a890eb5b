import * as vscode from 'vscode';
import { ErrorAction, LanguageClient, State, TransportKind, WorkDoneProgress } from 'vscode-languageclient/node';
import { commands, notifications, requests } from '../server/protocol.ts';
import type { Choice } from './choice.ts';
import { Resilience } from './resilience/resilience.ts';
import { Watchdog } from './resilience/watchdog.ts';

/**
 * The documents that are sent to the server: files, and unsaved policies. The server decides which ones it handles, since a
 * policy has no fixed name.
 */
const documents = [
  { scheme: 'file', pattern: '**/*.{json,jsonc,md,mobileconfig,plist,reg}' },
  { scheme: 'untitled', pattern: '**/*.{json,mobileconfig,plist,reg}' },
];

/** The language server, started on first use. */
export class Server implements vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #sent = new vscode.EventEmitter<string>();
  readonly #watchdog: Watchdog;
  readonly resilience: Resilience;
  #started: Promise<void> | undefined;
  #asked = 0;
  /** Fires when documents or files changed: trees and panels may request data again. */
  readonly onDidChange = this.#changed.event;
  /** The URI of a document whose latest text was sent: later requests are answered from it. */
  readonly onDidSendText = this.#sent.event;

  constructor(context: vscode.ExtensionContext, choice: Choice) {
    const resilience = new Resilience(context.logUri);
    this.resilience = resilience;
    this.#watchdog = new Watchdog({
      isRunning: () => this.#client.isRunning() && !this.#client.isInDebugMode,
      ping: () => this.#client.sendRequest(requests.alive),
      journal: () => resilience.entry(),
      kill: () => {
        resilience.noteStuck();
        this.#client.serverProcess?.kill('SIGKILL');
      },
    });
    const module = context.asAbsolutePath('dist/server.js');
    const run = { module, transport: TransportKind.ipc };
    this.#client = new LanguageClient('plugboard', 'Plugboard', run, {
      documentSelector: documents,
      // Hovers show icons, and may run only these commands.
      markdown: {
        supportThemeIcons: true,
        isTrusted: { enabledCommands: [commands.showEffectiveTools, 'plugboard.discoverTools'] },
      },
      initializationOptions: () => ({
        builtinJson: true,
        commands: true,
        trusted: vscode.workspace.isTrusted,
        sources: choice.sources,
        leftOut: resilience.leftOut.uris,
        journal: resilience.journal,
      }),
      errorHandler: {
        // Messages to a server that has just ended cannot be sent. What follows is decided when its end is noticed.
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => resilience.closed(),
      },
      middleware: {
        sendRequest: (type, params, token, next) => {
          if (type !== requests.alive) this.#watchdog.noteActivity();
          return next(type, params, token);
        },
        sendNotification: (type, next, params) => {
          this.#watchdog.noteActivity();
          return next(type, params);
        },
        didChange: async (event, next) => {
          resilience.leftOut.noteEdit(event.document.uri);
          await next(event);
          this.#sent.fire(event.document.uri.toString());
        },
      },
    });
    this.#client.onNotification(notifications.changed, () => this.#changed.fire());
    // If the server is not running yet, the notification is sent after it has started; later requests wait for the same
    // promise.
    const tell = (notification: string, params?: unknown) =>
      // A server that is not running gets everything when it starts.
      void this.#started?.then(() => this.#client.sendNotification(notification, params)).catch(() => {});
    context.subscriptions.push(
      resilience,
      resilience.leftOut.onDidInclude((uris) => tell(notifications.leftOut, uris)),
      vscode.workspace.onDidGrantWorkspaceTrust(() => tell(notifications.trusted)),
      choice.onDidChoose((sources) => tell(notifications.sources, sources)),
    );
  }

  /** Starts the server if it is not running; resolves when it responds. */
  start(): Promise<void> {
    this.#started ??= this.#start();
    return this.#started;
  }

  #start(): Promise<void> {
    this.resilience.prepare();
    return this.#client.start();
  }

  async #startAgain(): Promise<void> {
    const { serverProcess } = this.#client;
    // A server that is stuck does not stop by itself.
    if (this.#client.isRunning()) await this.#client.stop().catch(() => serverProcess?.kill('SIGKILL'));
    return this.#start();
  }

  async restart(): Promise<void> {
    this.resilience.forget();
    this.#started = this.#startAgain();
    await this.#started;
    this.#changed.fire();
  }

  async ask<R>(request: string, params?: unknown): Promise<R> {
    await this.start();
    const { deaths } = this.resilience;
    try {
      return await this.#client.sendRequest<R>(request, params);
    } catch (error) {
      // The question died with the server, and the next one answers it.
      if (this.resilience.deaths === deaths || !this.resilience.isRestarting) throw error;
      await this.#runsAgain();
      return this.#client.sendRequest<R>(request, params);
    }
  }

  /** Waits until the server that was restarted runs, or could not be started. */
  #runsAgain(): Promise<void> {
    return new Promise((resolve) => {
      const listening = this.#client.onDidChangeState(({ newState }) => {
        if (newState !== State.Running && newState !== State.StartFailed) return;
        listening.dispose();
        resolve();
      });
    });
  }

  /** Sends a request that takes time: shows progress, and aborts when the user cancels. @returns undefined if cancelled. */
  async askLong<R>(
    request: string,
    params: object,
    token: vscode.CancellationToken,
    progress: (message: string) => void,
  ): Promise<R | undefined> {
    await this.start();
    const workDoneToken = `plugboard-${++this.#asked}`;
    const listening = this.#client.onProgress(WorkDoneProgress.type, workDoneToken, (step) => {
      if (step.kind === 'report' && step.message) progress(step.message);
    });
    try {
      return await this.#client.sendRequest<R>(request, { ...params, workDoneToken }, token);
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    } finally {
      listening.dispose();
    }
  }

  dispose(): void {
    this.#watchdog.stop();
    this.#changed.dispose();
    this.#sent.dispose();
    if (this.#client.needsStop()) void this.#client.dispose();
  }
}
