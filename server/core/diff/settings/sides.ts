import type { InForce } from '../../effective/inForce.ts';
import type { Quotes } from '../quote.ts';

/** Both sides, and what quotes their lines. */
export interface SettingSides {
  readonly before: InForce;
  readonly after: InForce;
  readonly quotes: Quotes;
}
