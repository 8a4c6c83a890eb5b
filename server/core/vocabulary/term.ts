/** A colour; each face maps it to its own. `doubt` is that of what is unknown. */
export type Tone = 'green' | 'blue' | 'yellow' | 'purple' | 'red' | 'doubt' | 'quiet';

/** What every face calls one thing. */
export interface Term {
  /** A word or two, beginning with a capital. */
  readonly label: string;
  /** What it means, in one sentence without a full stop. */
  readonly sentence: string;
  readonly tone: Tone;
  /** The name of a codicon. */
  readonly icon: string;
}
