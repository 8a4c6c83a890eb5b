import type { Tone } from '../../core/vocabulary/term.ts';
import type { Style } from '../terminal.ts';

/** The colours of a terminal. */
export const toneStyles: Readonly<Record<Tone, Style>> = {
  green: 'green',
  blue: 'blue',
  yellow: 'yellow',
  purple: 'magenta',
  red: 'red',
  doubt: 'magenta',
  quiet: 'dim',
};
