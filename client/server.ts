import * as vscode from 'vscode';
import { LanguageClient, TransportKind, WorkDoneProgress } from 'vscode-languageclient/node';
import { commands, notifications } from '../server/protocol.ts';
import type { Choice } from './choice.ts';

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
  #started: Promise<void> | undefined;
  #asked = 0;
  /** Fires when documents or files changed: trees and panels may request data again. */
  readonly onDidChange = this.#changed.event;
  /** The URI of a document whose latest text was sent: later requests are answered from it. */
  readonly onDidSendText = this.#sent.event;

  constructor(context: vscode.ExtensionContext, choice: Choice) {
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
      }),
      middleware: {
        didChange: async (event, next) => {
          await next(event);
          this.#sent.fire(event.document.uri.toString());
        },
      },
    });
    this.#client.onNotification(notifications.changed, () => this.#changed.fire());
    // If the server is not running yet, the notification is sent after it has started; later requests wait for the same
    // promise.
    const tell = (notification: string, params?: unknown) =>
      void this.#started?.then(() => this.#client.sendNotification(notification, params));
    context.subscriptions.push(
      vscode.workspace.onDidGrantWorkspaceTrust(() => tell(notifications.trusted)),
      choice.onDidChoose((sources) => tell(notifications.sources, sources)),
    );
  }

  /** Starts the server if it is not running; resolves when it responds. */
  start(): Promise<void> {
    this.#started ??= this.#client.start();
    return this.#started;
  }

  async restart(): Promise<void> {
    this.#started = this.#client.isRunning() ? this.#client.restart() : this.#client.start();
    await this.#started;
    this.#changed.fire();
  }

  async ask<R>(request: string, params?: unknown): Promise<R> {
    await this.start();
    return this.#client.sendRequest<R>(request, params);
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
    this.#changed.dispose();
    this.#sent.dispose();
    if (this.#client.needsStop()) void this.#client.dispose();
  }
}
