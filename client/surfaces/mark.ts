import { type Html, html, icon } from '../panel/html.ts';
import { certainties, doubts, type Surface } from './words.ts';

/** Icon and word of a state. What is not documented is underlined with dots, and says so. */
export function mark(
  { word, icon: sign }: { readonly word: string; readonly icon: string },
  look: string,
  certainty: Surface['certainty'],
): Html {
  const doubt = doubts[certainty];
  const isUnsure = certainty !== 'documented' && certainty !== 'validator';
  const tag = doubt ? html`<span class="hidden">, </span><span class="doubt">${doubt}</span>` : '';
  return html`<span class="state is-${look}" title="${certainties[certainty].word}"><span class="sign">${icon(sign)}<span class="word${isUnsure ? ' unsure' : ''}">${word}</span></span>${tag}</span>`;
}
