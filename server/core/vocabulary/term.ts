/** A colour; each face maps it to its own palette. `doubt` is for what is unknown. */
export type Tone = 'green' | 'blue' | 'yellow' | 'purple' | 'red' | 'doubt' | 'quiet';

/** How every face names one thing. */
export interface Term {
  /** One or two words, with a capital first letter. */
  readonly label: string;
  /** What it means, in one sentence without a full stop. */
  readonly sentence: string;
  readonly tone: Tone;
  /** The name of a codicon. */
  readonly icon: string;
}
