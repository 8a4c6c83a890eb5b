import { interval, isStuck, type JournalEntry } from './deaths.ts';

/** What the watchdog needs of the server. */
export interface Watched {
  /** Whether it runs and may be asked; false while a debugger may hold it. */
  isRunning(): boolean;
  /** Settles when it answers or has ended. */
  ping(): Promise<unknown>;
  journal(): JournalEntry;
  kill(): void;
}

/** Calls `look` again and again, until the returned function is called. */
export type Repeat = (look: () => void) => () => void;

const repeat: Repeat = (look) => {
  const timer = setInterval(look, interval);
  return () => clearInterval(timer);
};

/** Asks the server whether it still answers, but only after something was sent to it, and kills it if it is stuck. */
export class Watchdog {
  readonly #watched: Watched;
  readonly #repeat: Repeat;
  #stop: (() => void) | undefined;
  #isActive = false;
  /** The journal at each look since the unanswered question. */
  #seen: JournalEntry[] | undefined;

  constructor(watched: Watched, clock: Repeat = repeat) {
    this.#watched = watched;
    this.#repeat = clock;
  }

  /** Call when anything is sent to the server. Costs next to nothing. */
  noteActivity(): void {
    this.#isActive = true;
    this.#stop ??= this.#repeat(() => this.#look());
  }

  #look(): void {
    if (this.#seen) {
      this.#seen.push(this.#watched.journal());
      if (!isStuck(this.#seen)) return;
      this.#seen = undefined;
      this.#watched.kill();
    } else if (this.#isActive && this.#watched.isRunning()) this.#ask();
    else this.stop();
  }

  #ask(): void {
    this.#isActive = false;
    const seen: JournalEntry[] = [];
    this.#seen = seen;
    const answered = () => {
      // A question to an earlier server may end later.
      if (this.#seen === seen) this.#seen = undefined;
    };
    this.#watched.ping().then(answered, answered);
  }

  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#seen = undefined;
  }
}
