import * as vscode from 'vscode';
import type { SourcesChoice } from '../server/protocol.ts';

const key = 'plugboard.sources';

type WhatIf = Pick<SourcesChoice, 'installed' | 'uninstalled' | 'minimumVersion' | 'date'>;
type Remembered = Omit<SourcesChoice, keyof WhatIf>;

/** Which sources the user chose, remembered for the workspace. What is only supposed is never remembered: it is a question. */
export class Choice {
  readonly #state: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  #whatIf: WhatIf = {};
  readonly onDidChange = this.#changed.event;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  get value(): SourcesChoice {
    return { ...this.#state.get<SourcesChoice>(key), ...this.#whatIf };
  }

  async remember(part: { readonly [Key in keyof Remembered]: Remembered[Key] | undefined }): Promise<void> {
    await this.#state.update(key, { ...this.#state.get<SourcesChoice>(key), ...part });
    this.#changed.fire();
  }

  /** Asks what would be; other questions stay asked. */
  suppose(whatIf: { readonly [Key in keyof WhatIf]: WhatIf[Key] | undefined }): void {
    const { installed, uninstalled, minimumVersion, date } = { ...this.#whatIf, ...whatIf };
    this.#whatIf = {
      ...(installed && { installed }),
      ...(uninstalled && { uninstalled }),
      ...(minimumVersion && { minimumVersion }),
      ...(date && { date }),
    };
    this.#changed.fire();
  }

  /** Back to what is so. */
  stopSupposing(): void {
    this.#whatIf = {};
    this.#changed.fire();
  }
}
