import * as vscode from 'vscode';
import {
  type CompareToolsAnswer,
  type CompareToolsParams,
  type LinesAnswer,
  type LinesParams,
  type PackedAnswer,
  requests,
  type ServerName,
} from '../../server/protocol.ts';
import type { Choice } from '../choice.ts';
import { chooseSide, chooseSides } from '../commands/compareEffective.ts';
import { copyMarkdown, copyText, saveJson, saveText } from '../commands/exportResult.ts';
import { openLine, openOrigin, peekOrigin } from '../open.ts';
import type { PanelCommand, ToEditor, ToPanel } from '../panel/messages.ts';
import { pickAdditionalSources } from '../pickers/pickAdditionalSources.ts';
import { pickDate } from '../pickers/pickDate.ts';
import { pickInstalled } from '../pickers/pickInstalled.ts';
import { pickMinimumVersion } from '../pickers/pickMinimumVersion.ts';
import type { Server } from '../server.ts';
import { failure, PagePanel } from './pagePanel.ts';

/** The panel with the effective tool set. It requests data whenever something changes, and shows only the latest answer. */
export class EffectivePanel extends PagePanel<ToPanel, ToEditor> {
  readonly #server: Server;
  readonly #choice: Choice;
  #answer: PackedAnswer | undefined;
  #sides: CompareToolsAnswer['sides'] | undefined;
  #comparison: CompareToolsAnswer | undefined;
  #isStale = false;
  #isFollowing = false;
  /** The server to scroll to when the page shows its content. */
  #wanted: ServerName | undefined;

  constructor(server: Server, choice: Choice, extension: vscode.Uri) {
    super('plugboard.effective', { bundle: 'panel', title: 'Effective tools' }, extension);
    this.#server = server;
    this.#choice = choice;
    this.follow(
      server.onDidChange(() => this.refresh()),
      choice.onDidChange(() => this.refresh()),
      server.onDidSendText((uri) => this.#typed(uri)),
    );
  }

  /** The answer that is shown. */
  get answer(): PackedAnswer | undefined {
    return this.#answer;
  }

  /** The comparison that is shown. */
  get comparison(): CompareToolsAnswer | undefined {
    return this.#comparison;
  }

  /** Asks what to compare, and shows the comparison. */
  async compare(): Promise<void> {
    const sides = await chooseSides(this.#server);
    if (sides) await this.showComparison(sides);
  }

  /** Shows a comparison; undefined returns to the tools. */
  async showComparison(sides: CompareToolsAnswer['sides'] | undefined): Promise<void> {
    this.#sides = sides;
    if (this.open()) await this.refresh();
  }

  /** Opens the panel, or brings it to the front, and scrolls to `server`. */
  show(server?: ServerName): void {
    this.#wanted = server;
    const isComparing = server !== undefined && this.#sides !== undefined;
    if (server) this.#sides = undefined;
    if (!this.open()) return;
    if (isComparing) void this.refresh();
    else if (this.#answer) void this.#reveal();
  }

  /** Requests and shows the latest data. Outdated answers are dropped. */
  async refresh(): Promise<void> {
    const sides = this.#sides;
    const newest = await this.newest(() =>
      Promise.all([
        this.ask().then((shown) => ({ type: 'shown', shown }) as const, failure),
        sides ? this.#compared(sides).catch(() => null) : null,
      ]),
    );
    if (!newest) return;
    const [message, compared] = newest;
    this.#comparison = compared ?? undefined;
    this.setTitle(compared ? 'Compare effective tools' : 'Effective tools');
    if (message.type === 'failed') {
      await this.post(message);
      return;
    }
    this.#answer = message.shown;
    await this.post({ ...message, compared });
    await this.#reveal();
  }

  /** Updates when the server has received typed text; the server itself reports changes only when typing pauses. */
  #typed(uri: string): void {
    if (!this.#answer || !this.isVisible) return;
    const { files, sources } = this.#answer;
    const { orgPlugins } = sources;
    if (!(uri in files) && !(orgPlugins !== undefined && uri.startsWith(`${orgPlugins}/`))) return;
    this.#isStale = true;
    if (!this.#isFollowing) void this.#follow();
  }

  /** Sends one request at a time, so that answers arrive during continuous typing. */
  async #follow(): Promise<void> {
    this.#isFollowing = true;
    while (this.#isStale) {
      this.#isStale = false;
      await this.refresh();
    }
    this.#isFollowing = false;
  }

  async #reveal(): Promise<void> {
    const server = this.#wanted;
    this.#wanted = undefined;
    if (server) await this.post({ type: 'reveal', server });
  }

  #compared(sides: CompareToolsAnswer['sides']): Promise<CompareToolsAnswer | null> {
    const params: CompareToolsParams = { ...sides, whatIf: this.#choice.whatIf };
    return this.#server.ask(requests.compareTools, params);
  }

  /** Requests the effective tool set of the chosen sources. */
  async ask(): Promise<PackedAnswer> {
    const answer = await this.#server.ask<PackedAnswer | null>(requests.effective, this.#choice.whatIf);
    if (!answer) throw new Error('The language server did not respond. See the output channel “Plugboard”.');
    return answer;
  }

  protected forget(): void {
    this.#answer = undefined;
    this.#sides = undefined;
    this.#comparison = undefined;
  }

  protected async receive(message: ToEditor): Promise<void> {
    if (message.type === 'ready') {
      this.#sides ??= message.sides;
      await this.refresh();
    } else if (message.type === 'peek') await peekOrigin(message.origin);
    else if (message.type === 'lines') await this.#lines(message.of);
    else if (message.type === 'open') await openOrigin(message.origin);
    else if (message.type === 'openLine') await openLine(message.uri, message.line);
    else if (message.type === 'copy') await vscode.env.clipboard.writeText(message.text);
    else await this.#run(message.command);
  }

  async #lines(of: LinesParams): Promise<void> {
    const lines = await this.#server.ask<LinesAnswer | null>(requests.lines, of);
    await this.post({ type: 'lines', of, lines });
  }

  /** Replaces a side of the comparison. */
  async #side(which: 'before' | 'after'): Promise<void> {
    const side = await chooseSide(this.#server, which === 'before' ? 'Before' : 'After');
    if (side && this.#sides) await this.showComparison({ ...this.#sides, [which]: side });
  }

  async #run(command: PanelCommand): Promise<void> {
    const run = (name: string, ...rest: unknown[]) => vscode.commands.executeCommand(name, ...rest);
    const answer = this.#answer;
    const sides = this.#sides;
    const compared = this.#comparison && 'markdown' in this.#comparison ? this.#comparison : undefined;
    const actions: Readonly<Record<PanelCommand, () => unknown>> = {
      chooseFleet: () => run('plugboard.chooseFleet'),
      choosePolicy: () => run('plugboard.choosePolicy'),
      chooseOrgPlugins: () => run('plugboard.chooseOrgPlugins'),
      newPolicy: () => run('plugboard.newPolicy'),
      pickMinimumVersion: () => answer && pickMinimumVersion(answer, this.#choice),
      chooseDate: () => answer && pickDate(answer, this.#choice),
      pickAdditionalSources: () => answer && pickAdditionalSources(answer, this.#server, this.#choice),
      discoverTools: () => run('plugboard.discoverTools'),
      chooseInstalled: () => answer && pickInstalled(answer, this.#choice),
      realSources: () => this.#choice.clearWhatIf(),
      compare: () => this.compare(),
      compareBefore: () => this.#side('before'),
      compareAfter: () => this.#side('after'),
      compareSwap: () => sides && this.showComparison({ before: sides.after, after: sides.before }),
      showTools: () => this.showComparison(undefined),
      copyMarkdown: () => (compared ? copyText(compared.markdown) : answer && copyMarkdown(answer)),
      saveJson: () =>
        compared ? saveText('tools-compared.json', compared.json) : saveJson(this.#server, this.#choice),
      refresh: () => this.refresh(),
    };
    await actions[command]();
  }
}
