import * as vscode from 'vscode';
import { requests, type SurfacesAnswer, type SurfacesParams } from '../../server/protocol.ts';
import { openPlaceBeside } from '../open.ts';
import type { Server } from '../server.ts';
import type { PageCommand, Saved, ToEditor, ToPage } from '../surfaces/messages.ts';
import { fillPanel } from './panelPage.ts';

const viewType = 'plugboard.surfaces';

/** The panel that shows where one plugin works. It follows edits; a reload brings back its plugin. */
export class SurfacesPanel implements vscode.Disposable, vscode.WebviewPanelSerializer<Saved> {
  readonly #server: Server;
  readonly #dist: vscode.Uri;
  readonly #subscriptions: vscode.Disposable[];
  #panel: vscode.WebviewPanel | undefined;
  #plugin: string | undefined;
  #answer: SurfacesAnswer | undefined;
  #asked = 0;

  constructor(server: Server, extension: vscode.Uri) {
    this.#server = server;
    this.#dist = vscode.Uri.joinPath(extension, 'dist');
    this.#subscriptions = [
      server.onDidChange(() => this.refresh()),
      vscode.window.registerWebviewPanelSerializer(viewType, this),
    ];
  }

  /** What is shown now. */
  get answer(): SurfacesAnswer | undefined {
    return this.#answer;
  }

  /** Shows the plugin in the folder `plugin`. */
  async show(plugin: string): Promise<void> {
    this.#plugin = plugin;
    if (this.#panel) {
      this.#panel.reveal();
      await this.refresh();
    } else {
      const column = vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
      this.#adopt(vscode.window.createWebviewPanel(viewType, 'Where a plugin works', column));
    }
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, saved: Saved | undefined): Promise<void> {
    this.#panel?.dispose();
    this.#plugin = saved?.uri;
    this.#adopt(panel);
  }

  /** Asks the server and shows what it says. Answers that were overtaken are dropped. */
  async refresh(): Promise<void> {
    const panel = this.#panel;
    if (!panel) return;
    const turn = ++this.#asked;
    const message = await this.#ask().then(
      (answer): ToPage => (answer ? { type: 'shown', answer } : { type: 'gone' }),
      (error: unknown): ToPage => ({ type: 'failed', message: error instanceof Error ? error.message : String(error) }),
    );
    if (turn !== this.#asked || panel !== this.#panel) return;
    if (message.type === 'shown') this.#answer = message.answer;
    panel.title = message.type === 'shown' ? `Where ${message.answer.name} works` : 'Where a plugin works';
    await panel.webview.postMessage(message);
  }

  async #ask(): Promise<SurfacesAnswer | null> {
    if (this.#plugin === undefined) return null;
    return this.#server.ask<SurfacesAnswer | null>(requests.surfaces, { uri: this.#plugin } satisfies SurfacesParams);
  }

  dispose(): void {
    for (const each of this.#subscriptions) each.dispose();
    this.#panel?.dispose();
  }

  #adopt(panel: vscode.WebviewPanel): void {
    this.#panel = panel;
    panel.onDidDispose(() => {
      if (this.#panel !== panel) return;
      this.#panel = undefined;
      this.#answer = undefined;
    });
    const page = { bundle: 'surfaces', title: 'Where a plugin works' } as const;
    fillPanel(panel, this.#dist, page, (message: ToEditor) => this.#receive(message));
  }

  async #receive(message: ToEditor): Promise<void> {
    if (message.type === 'ready') await this.refresh();
    else if (message.type === 'open') await openPlaceBeside(message.place);
    else await this.#run(message.command);
  }

  async #run(command: PageCommand): Promise<void> {
    const run = (name: string, ...rest: unknown[]) => vscode.commands.executeCommand(name, ...rest);
    const actions: Readonly<Record<PageCommand, () => unknown>> = {
      choosePlugin: () => run('plugboard.showSurfaces'),
      setFloor: () => run('workbench.action.openSettings', 'plugboard.target.minimumVersion'),
      refresh: () => this.refresh(),
    };
    await actions[command]();
  }
}
