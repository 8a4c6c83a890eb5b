import * as vscode from 'vscode';
import { LanguageClient, TransportKind, WorkDoneProgress } from 'vscode-languageclient/node';
import { commands, notifications } from '../server/protocol.ts';

/** The files whose text the server gets; which of them are its own it decides itself, since a policy has no fixed name. */
/** Files, and policies that are not saved yet. */
const documents = [
  { scheme: 'file', pattern: '**/*.{json,jsonc,md,mobileconfig,plist,reg}' },
  { scheme: 'untitled', pattern: '**/*.{json,mobileconfig,plist,reg}' },
];

/** The language server, started when it is first needed. */
export class Server implements vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #changed = new vscode.EventEmitter<void>();
  #started: Promise<void> | undefined;
  #asked = 0;
  /** Documents or files changed: trees and panels may ask again. */
  readonly onDidChange = this.#changed.event;

  constructor(context: vscode.ExtensionContext) {
    const module = context.asAbsolutePath('dist/server.js');
    const run = { module, transport: TransportKind.ipc };
    this.#client = new LanguageClient('plugboard', 'Plugboard', run, {
      documentSelector: documents,
      // Cards show icons, and may run these commands and no others.
      markdown: {
        supportThemeIcons: true,
        isTrusted: { enabledCommands: [commands.showEffectiveTools, 'plugboard.discoverTools'] },
      },
      initializationOptions: () => ({ builtinJson: true, commands: true, trusted: vscode.workspace.isTrusted }),
    });
    this.#client.onNotification(notifications.changed, () => this.#changed.fire());
    context.subscriptions.push(
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        if (this.#client.isRunning()) void this.#client.sendNotification(notifications.trusted);
      }),
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
    if (this.#client.needsStop()) void this.#client.dispose();
  }
}
