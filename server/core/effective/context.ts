import { deprecationCutoff, isAfter } from '../base/dates.ts';
import type { Certainty } from '../base/text.ts';
import { atLeast } from '../base/version.ts';
import type { EffectiveInput } from './input.ts';
import type { EffectiveNote, NoteSubject, Origin } from './model.ts';
import type { WeighedText } from './noteTexts.ts';

/** The state of one evaluation: its input, checks of version and date, and collected notes. */
export interface Context {
  readonly input: EffectiveInput;
  readonly notes: readonly EffectiveNote[];
  note(message: string | WeighedText, certainty: Certainty, origin?: Origin | null, subject?: NoteSubject): void;
  /** Whether the app is at least `version`. If it is older and `later` is given, adds it as a note on what newer apps do. */
  since(version: string, later?: string, origin?: Origin | null, certainty?: Certainty): boolean;
  /** Whether deprecated forms are already rejected. If not, adds `later` as a note on what will happen. */
  isCutOff(later?: string, origin?: Origin | null): boolean;
}

export function createContext(input: EffectiveInput): Context {
  const notes: EffectiveNote[] = [];
  const seen = new Set<string>();
  const { minimumVersion, date } = input.target;
  const past = isAfter(date, deprecationCutoff);
  const note: Context['note'] = (said, certainty, origin = null, subject) => {
    const { text: message, weight } = typeof said === 'string' ? { text: said, weight: 'info' as const } : said;
    const key = `${message}\0${origin?.uri}\0${origin?.range.start}`;
    if (!seen.has(key)) notes.push({ message, weight, certainty, origin, ...(subject && { subject }) });
    seen.add(key);
  };
  return {
    input,
    notes,
    note,
    since(version, later, origin, certainty = 'documented') {
      const is = atLeast(minimumVersion, version);
      if (!is && later !== undefined)
        note({ text: `From app ${version} on, ${later}`, weight: 'later' }, certainty, origin);
      return is;
    },
    isCutOff(later, origin) {
      if (!past && later !== undefined)
        note({ text: `From 2026-10-07 on, ${later}`, weight: 'later' }, 'documented', origin);
      return past;
    },
  };
}
