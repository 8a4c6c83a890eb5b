import * as vscode from 'vscode';
import type { ChosenSources, WhatIf } from '../server/protocol.ts';

const key = 'plugboard.sources';

/** The user's choice of sources, stored for the workspace. The what-if is never stored: it is a question. */
export class Choice {
  readonly #state: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #chosen = new vscode.EventEmitter<ChosenSources>();
  #whatIf: WhatIf = {};
  /** Fires when sources or the what-if changed, after the listener that sends sources to the server. */
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
    // A fleet names all sources, so choosing one of them leaves the fleet.
    await this.#state.update(key, { ...this.sources, fleet: undefined, ...part });
    this.#chosen.fire(this.sources);
    this.#changed.fire();
  }

  /** Changes a part of the what-if; the other parts stay. */
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

  /** Ends the what-if. */
  clearWhatIf(): void {
    this.#whatIf = {};
    this.#changed.fire();
  }
}
