/** Decides when the server is stuck, and what follows after it has ended. Pure: the clock and the journal are arguments. */

/** What the server noted last. */
export interface JournalEntry {
  /** Increases with every note. */
  readonly step: number;
  /** The document that was being examined; undefined between documents. */
  readonly uri: string | undefined;
}

/** Parses a journal; a missing or incomplete note counts as none. */
export function entryIn(journal: string): JournalEntry {
  const end = journal.indexOf('\n');
  const space = journal.indexOf(' ');
  if (end < 0 || space < 0 || space > end) return { step: 0, uri: undefined };
  return { step: Number(journal.slice(0, space)), uri: journal.slice(space + 1, end) || undefined };
}

/** How often the watchdog looks, in milliseconds. */
export const interval = 2_000;
/** After how many looks without an answer the server is stuck: in one document, and in work on the whole workspace. */
const patience = { document: 10, workspace: 30 };

/**
 * Whether the server is stuck. Looks are counted and not time, so a computer that was asleep kills no server, and a server that
 * goes on to other documents is slow and not stuck.
 * @param seen the journal at each look since the server stopped answering.
 */
export function isStuck(seen: readonly JournalEntry[]): boolean {
  const last = seen.at(-1);
  if (!last) return false;
  const wanted = last.uri === undefined ? patience.workspace : patience.document;
  return seen.length >= wanted && seen.slice(-wanted).every(({ step }) => step === last.step);
}

/** A server that ended by itself, or that the watchdog killed. */
export interface Death {
  /** In milliseconds. */
  readonly time: number;
  readonly uri: string | undefined;
  readonly isStuck: boolean;
}

export interface Verdict {
  readonly restarts: boolean;
  /** The document that the next server leaves out. */
  readonly leaveOut: string | undefined;
  /** Whether to tell the user; the same death shortly after is not repeated. */
  readonly isNews: boolean;
}

/** Deaths within this time belong together, in milliseconds. */
const period = 3 * 60_000;
/** So many deaths within the period end the attempts. */
export const attempts = 5;

/** Returns what to do after the last of `deaths`, which are in order of time. */
export function afterDeath(deaths: readonly Death[]): Verdict {
  const last = deaths.at(-1);
  const recent = deaths.filter(({ time }) => last && last.time - time < period);
  const restarts = recent.length < attempts;
  const isSame = (death: Death) => death !== last && death.uri === last?.uri;
  return { restarts, leaveOut: last?.uri, isNews: !restarts || !recent.some(isSame) };
}
