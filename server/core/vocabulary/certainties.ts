import type { Certainty } from '../base/text.ts';

interface CertaintyTerm {
  readonly label: string;
  /** What it means, in one sentence without a full stop. */
  readonly sentence: string;
  readonly icon: string;
  /** A word shown next to a statement; null if a statement needs no mark. */
  readonly doubt: string | null;
}

/** How well a statement about the app is supported, the best first. */
export const certainties: Readonly<Record<Certainty, CertaintyTerm>> = {
  documented: { label: 'Documented', sentence: 'Stated in the documentation', icon: 'book', doubt: null },
  validator: {
    label: 'Checked with the app',
    sentence: 'Confirmed by the app’s own validator, not documented',
    icon: 'verified',
    doubt: null,
  },
  'third-party': {
    label: 'Third-party',
    sentence: 'Reported by third parties, not documented',
    icon: 'lightbulb',
    doubt: 'third-party',
  },
  reading: {
    label: 'Our reading',
    sentence: 'Our reading of the documentation, which does not say it explicitly',
    icon: 'lightbulb',
    doubt: 'our reading',
  },
  unknown: { label: 'Unknown', sentence: 'No source says whether this is true', icon: 'question', doubt: 'unknown' },
};
