import { certainties } from '../../server/core/vocabulary/certainties.ts';
import type { Tone } from '../../server/core/vocabulary/term.ts';
import { type Html, html, icon } from '../panel/html.ts';
import type { Surface } from './types.ts';

/** Renders icon and label of a state. An undocumented one has a dotted underline and a mark. */
export function mark(
  { label, icon: sign, tone }: { readonly label: string; readonly icon: string; readonly tone: Tone },
  certainty: Surface['certainty'],
): Html {
  const { doubt, sentence } = certainties[certainty];
  // “Unknown” needs no additional mark.
  const tag = doubt && tone !== 'doubt' ? html`<span class="hidden">, </span><span class="doubt">${doubt}</span>` : '';
  return html`<span class="state tone-${tone}" title="${sentence}"><span class="sign">${icon(sign)}<span class="word${doubt ? ' unsure' : ''}">${label}</span></span>${tag}</span>`;
}
