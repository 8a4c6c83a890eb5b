import * as vscode from 'vscode';
import { type EffectiveAnswer, requests, type ServerName } from '../../server/protocol.ts';
import type { Choice } from '../choice.ts';
import { chooseInstalled } from '../commands/chooseInstalled.ts';
import { copyMarkdown, saveJson } from '../commands/exportResult.ts';
import { openLine, openOrigin } from '../open.ts';
import type { PanelCommand, ToEditor, ToPanel } from '../panel/messages.ts';
import type { Server } from '../server.ts';
import { panelPage } from './panelPage.ts';

const viewType = 'plugboard.effective';

/** The panel with the effective tool set: it asks the server anew whenever something changed, and shows the newest answer only. */
export class EffectivePanel implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #server: Server;
  readonly #choice: Choice;
  readonly #dist: vscode.Uri;
  readonly #subscriptions: vscode.Disposable[];
  #panel: vscode.WebviewPanel | undefined;
  #answer: EffectiveAnswer | undefined;
  #asked = 0;
  /** What is brought into view as soon as the page shows anything. */
  #wanted: ServerName | undefined;

  constructor(server: Server, choice: Choice, extension: vscode.Uri) {
    this.#server = server;
    this.#choice = choice;
    this.#dist = vscode.Uri.joinPath(extension, 'dist');
    this.#subscriptions = [
      server.onDidChange(() => this.refresh()),
      choice.onDidChange(() => this.refresh()),
      vscode.window.registerWebviewPanelSerializer(viewType, this),
    ];
  }

  /** What is shown now. */
  get answer(): EffectiveAnswer | undefined {
    return this.#answer;
  }

  /** Opens the panel, or brings it to the front, and in it `server`. */
  show(server?: ServerName): void {
    this.#wanted = server;
    if (this.#panel) {
      this.#panel.reveal();
      if (this.#answer) void this.#reveal(this.#panel);
    } else {
      const column = vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
      this.#adopt(vscode.window.createWebviewPanel(viewType, 'Effective tools', column));
    }
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
    this.#panel?.dispose();
    this.#adopt(panel);
  }

  /** Asks the server and shows what it says. Answers that were overtaken are dropped. */
  async refresh(): Promise<void> {
    const panel = this.#panel;
    if (!panel) return;
    const turn = ++this.#asked;
    const message = await this.ask().then(
      (answer): ToPanel => ({ type: 'shown', shown: { answer, whatIf: this.#choice.isWhatIf } }),
      (error: unknown): ToPanel => ({
        type: 'failed',
        message: error instanceof Error ? error.message : String(error),
      }),
    );
    if (turn !== this.#asked || panel !== this.#panel) return;
    if (message.type === 'shown') this.#answer = message.shown.answer;
    await panel.webview.postMessage(message);
    if (message.type === 'shown') await this.#reveal(panel);
  }

  async #reveal(panel: vscode.WebviewPanel): Promise<void> {
    const server = this.#wanted;
    this.#wanted = undefined;
    if (server) await panel.webview.postMessage({ type: 'reveal', server } satisfies ToPanel);
  }

  /** The effective tool set of the chosen sources. */
  async ask(): Promise<EffectiveAnswer> {
    const answer = await this.#server.ask<EffectiveAnswer | null>(requests.effective, this.#choice.value);
    if (!answer) throw new Error('The server has no answer. Its output channel “Plugboard” may say why.');
    return answer;
  }

  dispose(): void {
    for (const each of this.#subscriptions) each.dispose();
    this.#panel?.dispose();
  }

  #adopt(panel: vscode.WebviewPanel): void {
    this.#panel = panel;
    const icon = (theme: string) => vscode.Uri.joinPath(this.#dist, '../client/icons', `panel-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.webview.options = { enableScripts: true, localResourceRoots: [this.#dist] };
    panel.webview.onDidReceiveMessage((message: ToEditor) => this.#receive(message));
    panel.onDidDispose(() => {
      if (this.#panel !== panel) return;
      this.#panel = undefined;
      this.#answer = undefined;
    });
    panel.webview.html = panelPage(panel.webview, this.#dist);
  }

  async #receive(message: ToEditor): Promise<void> {
    if (message.type === 'ready') await this.refresh();
    else if (message.type === 'open') await openOrigin(message.origin);
    else if (message.type === 'openLine') await openLine(message.uri, message.line);
    else if (message.type === 'copy') await vscode.env.clipboard.writeText(message.text);
    else await this.#run(message.command);
  }

  async #run(command: PanelCommand): Promise<void> {
    const run = (name: string, ...rest: unknown[]) => vscode.commands.executeCommand(name, ...rest);
    const answer = this.#answer;
    const actions: Readonly<Record<PanelCommand, () => unknown>> = {
      choosePolicy: () => run('plugboard.choosePolicy'),
      chooseOrgPlugins: () => run('plugboard.chooseOrgPlugins'),
      newPolicy: () => run('plugboard.newPolicy'),
      setFloor: () => run('workbench.action.openSettings', 'plugboard.target.minimumVersion'),
      chooseInstalled: () => answer && chooseInstalled(answer, this.#choice),
      realSources: () => this.#choice.suppose({}),
      copyMarkdown: () => answer && copyMarkdown(answer),
      saveJson: () => answer && saveJson(this.#server, answer),
      refresh: () => this.refresh(),
    };
    await actions[command]();
  }
}
