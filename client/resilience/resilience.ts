import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { CloseAction, type CloseHandlerResult } from 'vscode-languageclient/node';
import { afterDeath, attempts, type Death, entryIn, type JournalEntry } from './deaths.ts';
import { LeftOut, tryAgainCommand } from './leftOut.ts';

/** What happens when the server has ended: it is restarted without the document that it did not survive, and the user sees it once. */
export class Resilience implements vscode.Disposable {
  readonly leftOut = new LeftOut();
  /** The path of the file in which the server notes which document it examines. It survives the server. */
  readonly journal: string;
  #deaths: Death[] = [];
  #isStuck = false;
  /** Whether the server that ended last is started again. */
  isRestarting = false;

  constructor(folder: vscode.Uri) {
    this.journal = path.join(folder.fsPath, `examining-${process.pid}.txt`);
  }

  /** How often the server has ended unexpectedly. */
  get deaths(): number {
    return this.#deaths.length;
  }

  /** Creates the folder of the journal; without it, the server keeps none. */
  prepare(): void {
    try {
      fs.mkdirSync(path.dirname(this.journal), { recursive: true });
    } catch {
      // The server runs without a journal, and no document is named.
    }
  }

  entry(): JournalEntry {
    try {
      return entryIn(fs.readFileSync(this.journal, 'utf8'));
    } catch {
      return entryIn('');
    }
  }

  /** Call before the server is killed because it is stuck. */
  noteStuck(): void {
    this.#isStuck = true;
  }

  /** Decides whether the language client starts the server again. */
  closed(): CloseHandlerResult {
    const death = { time: performance.now(), uri: this.entry().uri, isStuck: this.#isStuck };
    this.#isStuck = false;
    this.#deaths.push(death);
    const { restarts, leaveOut, isNews } = afterDeath(this.#deaths);
    this.isRestarting = restarts;
    if (leaveOut !== undefined) this.leftOut.add(leaveOut);
    if (isNews) void say(death, restarts);
    return { action: restarts ? CloseAction.Restart : CloseAction.DoNotRestart, handled: true };
  }

  /** The user starts the server again: nothing of what happened before counts. */
  forget(): void {
    this.#deaths = [];
    this.leftOut.clear();
  }

  dispose(): void {
    this.leftOut.dispose();
    fs.rmSync(this.journal, { force: true });
  }
}

const restart = { title: 'Restart', command: 'plugboard.restartServer' };
const tryAgain = { title: 'Try Again', command: tryAgainCommand };

async function say({ uri, isStuck }: Death, restarts: boolean): Promise<void> {
  const file = uri === undefined ? undefined : vscode.Uri.parse(uri);
  const during = file ? ` while it was examining ${vscode.workspace.asRelativePath(file)}` : '';
  const what = isStuck ? 'did not respond and was stopped' : 'stopped';
  const next = file ? 'It was restarted and leaves this file out until you edit it.' : 'It was restarted.';
  const buttons = restarts ? (file ? [tryAgain] : []) : [restart];
  const message = restarts
    ? `Plugboard’s language server ${what}${during}. ${next}`
    : `Plugboard’s language server stopped ${attempts} times within three minutes and was not restarted.`;
  const chosen = await vscode.window.showWarningMessage(message, ...buttons);
  if (chosen) await vscode.commands.executeCommand(chosen.command);
}
