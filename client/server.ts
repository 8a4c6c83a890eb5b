import * as vscode from 'vscode';
import { LanguageClient, TransportKind, WorkDoneProgress } from 'vscode-languageclient/node';
import { commands, notifications } from '../server/protocol.ts';
import type { Choice } from './choice.ts';

/**
 * The documents whose text the server gets: files, and policies that are not saved yet. Which of them are its own it decides
 * itself, since a policy has no fixed name.
 */
const documents = [
  { scheme: 'file', pattern: '**/*.{json,jsonc,md,mobileconfig,plist,reg}' },
  { scheme: 'untitled', pattern: '**/*.{json,mobileconfig,plist,reg}' },
];

/** The language server, started when it is first needed. */
export class Server implements vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #sent = new vscode.EventEmitter<string>();
  #started: Promise<void> | undefined;
  #asked = 0;
  /** Documents or files changed: trees and panels may ask again. */
  readonly onDidChange = this.#changed.event;
  /** The address of a document whose newest text was sent: what is asked from now on is answered from it. */
  readonly onDidSendText = this.#sent.event;

  constructor(context: vscode.ExtensionContext, choice: Choice) {
    const module = context.asAbsolutePath('dist/server.js');
    const run = { module, transport: TransportKind.ipc };
    this.#client = new LanguageClient('plugboard', 'Plugboard', run, {
      documentSelector: documents,
      // Cards show icons, and may run these commands and no others.
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
    // A server that was not started yet is told when it is; what is asked after this waits for the same promise, behind it.
    const tell = (notification: string, params?: unknown) =>
      void this.#started?.then(() => this.#client.sendNotification(notification, params));
    context.subscriptions.push(
      vscode.workspace.onDidGrantWorkspaceTrust(() => tell(notifications.trusted)),
      choice.onDidChoose((sources) => tell(notifications.sources, sources)),
    );
  }

  /** Starts it if it does not run; resolves when it answers. */
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

  /** Asks what takes its time: tells of progress, and ends when the user cancels. @returns undefined when they did. */
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
