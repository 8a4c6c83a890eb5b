import * as vscode from 'vscode';
import { fillPanel, type Page } from './panelPage.ts';

/** A panel with a web page, of which there is at most one. The editor restores it after a reload. */
export abstract class PagePanel<ToPage extends object, ToEditor, Saved = unknown>
  implements vscode.Disposable, vscode.WebviewPanelSerializer<Saved>
{
  readonly #viewType: string;
  readonly #page: Page;
  readonly #dist: vscode.Uri;
  readonly #serializer: vscode.Disposable;
  #subscriptions: readonly vscode.Disposable[] = [];
  #panel: vscode.WebviewPanel | undefined;
  #asked = 0;

  /** @param extension the folder of the extension */
  constructor(viewType: string, page: Page, extension: vscode.Uri) {
    this.#viewType = viewType;
    this.#page = page;
    this.#dist = vscode.Uri.joinPath(extension, 'dist');
    this.#serializer = vscode.window.registerWebviewPanelSerializer(viewType, this);
  }

  /** Requests data and shows it; does nothing while the panel is closed. */
  abstract refresh(): Promise<void>;
  /** Handles a message of the page. */
  protected abstract receive(message: ToEditor): Promise<void>;
  /** Clears what was shown, because the panel was closed. */
  protected abstract forget(): void;
  /** Restores the page's state after a reload. */
  protected restore?(saved: Saved | undefined): void;

  protected get isVisible(): boolean {
    return this.#panel?.visible ?? false;
  }

  /** Registers subscriptions that are disposed with the panel. */
  protected follow(...subscriptions: readonly vscode.Disposable[]): void {
    this.#subscriptions = subscriptions;
  }

  /** Opens the panel, or brings it to the front. Returns whether it was open. */
  protected open(): boolean {
    if (this.#panel) {
      this.#panel.reveal();
      return true;
    }
    const column = vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
    this.#adopt(vscode.window.createWebviewPanel(this.#viewType, this.#page.title, column));
    return false;
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, saved: Saved | undefined): Promise<void> {
    this.#panel?.dispose();
    this.restore?.(saved);
    this.#adopt(panel);
  }

  /** Waits for an answer. Returns undefined if another one was requested in the meantime, or the panel was closed or replaced. */
  protected async newest<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
    const panel = this.#panel;
    if (!panel) return undefined;
    const turn = ++this.#asked;
    const answer = await ask();
    return turn === this.#asked && panel === this.#panel ? answer : undefined;
  }

  /** Sends a message to the page, if the panel is open. */
  protected async post(message: ToPage): Promise<void> {
    await this.#panel?.webview.postMessage(message);
  }

  protected setTitle(title: string): void {
    if (this.#panel) this.#panel.title = title;
  }

  dispose(): void {
    for (const each of [this.#serializer, ...this.#subscriptions]) each.dispose();
    this.#panel?.dispose();
  }

  #adopt(panel: vscode.WebviewPanel): void {
    this.#panel = panel;
    panel.onDidDispose(() => {
      if (this.#panel !== panel) return;
      this.#panel = undefined;
      this.forget();
    });
    fillPanel(panel, this.#dist, this.#page, (message: ToEditor) => this.receive(message));
  }
}

/** Returns the message for a page if the server fails. */
export const failure = (error: unknown) =>
  ({ type: 'failed', message: error instanceof Error ? error.message : String(error) }) as const;
