import * as vscode from 'vscode';
import { requests, type SurfacesAnswer, type SurfacesParams } from '../../server/protocol.ts';
import { openPlaceBeside } from '../open.ts';
import type { Server } from '../server.ts';
import type { PageCommand, Saved, ToEditor, ToPage } from '../surfaces/messages.ts';
import { failure, PagePanel } from './pagePanel.ts';

/** The panel that shows where a plugin works. It is updated on edits; a reload restores its plugin. */
export class SurfacesPanel extends PagePanel<ToPage, ToEditor, Saved> {
  readonly #server: Server;
  #plugin: string | undefined;
  #answer: SurfacesAnswer | undefined;

  constructor(server: Server, extension: vscode.Uri) {
    super('plugboard.surfaces', { bundle: 'surfaces', title: 'Where a plugin works' }, extension);
    this.#server = server;
    this.follow(server.onDidChange(() => this.refresh()));
  }

  /** The answer that is shown. */
  get answer(): SurfacesAnswer | undefined {
    return this.#answer;
  }

  /** Shows the plugin in the folder `plugin`. */
  async show(plugin: string): Promise<void> {
    this.#plugin = plugin;
    if (this.open()) await this.refresh();
  }

  protected override restore(saved: Saved | undefined): void {
    this.#plugin = saved?.uri;
  }

  /** Requests and shows the latest data. Outdated answers are dropped. */
  async refresh(): Promise<void> {
    const message = await this.newest(() =>
      this.#ask().then((answer): ToPage => (answer ? { type: 'shown', answer } : { type: 'gone' }), failure),
    );
    if (!message) return;
    if (message.type === 'shown') this.#answer = message.answer;
    this.setTitle(message.type === 'shown' ? `Where ${message.answer.name} works` : 'Where a plugin works');
    await this.post(message);
  }

  async #ask(): Promise<SurfacesAnswer | null> {
    if (this.#plugin === undefined) return null;
    return this.#server.ask<SurfacesAnswer | null>(requests.surfaces, { uri: this.#plugin } satisfies SurfacesParams);
  }

  protected forget(): void {
    this.#answer = undefined;
  }

  protected async receive(message: ToEditor): Promise<void> {
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
