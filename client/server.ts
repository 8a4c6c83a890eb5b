import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { notifications } from '../server/protocol.ts';

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
  /** Documents or files changed: trees and panels may ask again. */
  readonly onDidChange = this.#changed.event;

  constructor(context: vscode.ExtensionContext) {
    const module = context.asAbsolutePath('dist/server.js');
    const run = { module, transport: TransportKind.ipc };
    this.#client = new LanguageClient('plugboard', 'Plugboard', run, {
      documentSelector: documents,
      initializationOptions: { builtinJson: true, commands: true },
    });
    this.#client.onNotification(notifications.changed, () => this.#changed.fire());
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

  dispose(): void {
    this.#changed.dispose();
    if (this.#client.needsStop()) void this.#client.dispose();
  }
}
