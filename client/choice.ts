import * as vscode from 'vscode';
import type { ChosenSources, WhatIf } from '../server/protocol.ts';

const key = 'plugboard.sources';

/** Which sources the user chose, remembered for the workspace. What is only supposed is never remembered: it is a question. */
export class Choice {
  readonly #state: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #chosen = new vscode.EventEmitter<ChosenSources>();
  #whatIf: WhatIf = {};
  /** Sources or the what-if changed. Whoever tells the server of sources has been called before. */
  readonly onDidChange = this.#changed.event;
  readonly onDidChoose = this.#chosen.event;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  get sources(): ChosenSources {
    return this.#state.get<ChosenSources>(key) ?? {};
  }

  get whatIf(): WhatIf {
    return this.#whatIf;
  }

  async remember(part: { readonly [Key in keyof ChosenSources]: ChosenSources[Key] | undefined }): Promise<void> {
    await this.#state.update(key, { ...this.sources, ...part });
    this.#chosen.fire(this.sources);
    this.#changed.fire();
  }

  /** Asks what would be; other questions stay asked. */
  setWhatIf(part: { readonly [Key in keyof WhatIf]: WhatIf[Key] | undefined }): void {
    const { installed, uninstalled, minimumVersion, date } = { ...this.#whatIf, ...part };
    this.#whatIf = {
      ...(installed && { installed }),
      ...(uninstalled && { uninstalled }),
      ...(minimumVersion && { minimumVersion }),
      ...(date && { date }),
    };
    this.#changed.fire();
  }

  /** Back to what is so. */
  clearWhatIf(): void {
    this.#whatIf = {};
    this.#changed.fire();
  }
}
