import type { Tone } from '../../core/vocabulary/term.ts';
import type { Style } from '../terminal.ts';

/** The terminal colours of tones. */
export const toneStyles: Readonly<Record<Tone, Style>> = {
  green: 'green',
  blue: 'blue',
  yellow: 'yellow',
  purple: 'magenta',
  red: 'red',
  doubt: 'magenta',
  quiet: 'dim',
};
