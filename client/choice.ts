import * as vscode from 'vscode';
import type { SourcesChoice } from '../server/protocol.ts';

const key = 'plugboard.sources';

/** Which sources the user chose, remembered for the workspace. What plugins count as installed is never remembered: it is a question. */
export class Choice {
  readonly #state: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  #whatIf: Pick<SourcesChoice, 'installed' | 'uninstalled'> = {};
  readonly onDidChange = this.#changed.event;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  get value(): SourcesChoice {
    return { ...this.#state.get<SourcesChoice>(key), ...this.#whatIf };
  }

  get isWhatIf(): boolean {
    return this.#whatIf.installed !== undefined || this.#whatIf.uninstalled !== undefined;
  }

  async remember(part: Pick<SourcesChoice, 'policies' | 'orgPlugins'>): Promise<void> {
    await this.#state.update(key, { ...this.#state.get<SourcesChoice>(key), ...part });
    this.#changed.fire();
  }

  suppose(whatIf: Pick<SourcesChoice, 'installed' | 'uninstalled'>): void {
    this.#whatIf = whatIf;
    this.#changed.fire();
  }
}
