import type { LinesAnswer, LinesParams } from '../../server/protocol.ts';
import { elementOf } from './dom.ts';
import { type Html, html } from './html.ts';

/** How long the pointer must rest on a link, in milliseconds. */
const rest = 250;

/** Renders lines of a file with their numbers; the requested one is marked. */
export const excerpt = (lines: LinesAnswer['lines'], meant: number): Html =>
  html`<pre class="excerpt">${lines.map(({ number, text }) => html`<span class="${number === meant ? 'meant' : 'line'}"><span class="number">${number}</span>${text}\n</span>`)}</pre>`;

/** Shows the target of a link when the pointer rests on it or it gets focus. */
export class Tip {
  readonly #known = new Map<string, LinesAnswer | null>();
  #link: HTMLElement | undefined;
  #shown: HTMLElement | undefined;
  #timer = 0;

  constructor(
    private readonly root: HTMLElement,
    private readonly ask: (of: LinesParams) => void,
  ) {
    const linkOf = (target: EventTarget | null) =>
      target instanceof Element ? target.closest<HTMLElement>('a[data-line]') : null;
    root.addEventListener('pointerover', ({ target }) => this.#over(linkOf(target)));
    root.addEventListener('focusin', ({ target }) => this.#over(linkOf(target)));
    root.addEventListener('pointerleave', () => this.hide());
    window.addEventListener('scroll', () => this.#shown && this.hide(), { passive: true });
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && this.hide());
  }

  /** Receives the editor's answer. */
  take(of: LinesParams, lines: LinesAnswer | null): void {
    this.#known.set(keyOf(of), lines);
    if (this.#link && keyOf(placeOf(this.#link)) === keyOf(of)) this.#show(this.#link, lines);
  }

  /** Clears the cache, since files changed. */
  forget(): void {
    this.#known.clear();
  }

  hide(): void {
    window.clearTimeout(this.#timer);
    this.#link?.removeAttribute('aria-describedby');
    this.#link = undefined;
    this.#shown?.remove();
    this.#shown = undefined;
  }

  #over(link: HTMLElement | null): void {
    if (link === this.#link) return;
    this.hide();
    if (!link) return;
    this.#link = link;
    this.#timer = window.setTimeout(() => {
      const place = placeOf(link);
      const lines = this.#known.get(keyOf(place));
      if (lines === undefined) this.ask(place);
      else this.#show(link, lines);
    }, rest);
  }

  #show(link: HTMLElement, answer: LinesAnswer | null): void {
    if (!answer || this.#shown || !link.isConnected) return;
    const { line } = placeOf(link);
    const card = elementOf(
      html`<div class="tip" role="tooltip" id="tip"><div class="tiphead">${answer.label}:${line + 1}<span class="mute">Alt+click peeks</span></div>${excerpt(answer.lines, line + 1)}</div>`,
    );
    this.root.append(card);
    const at = link.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = card;
    const below = at.bottom + 4 + offsetHeight <= window.innerHeight;
    card.style.left = `${Math.max(8, Math.min(at.right - offsetWidth, window.innerWidth - offsetWidth - 8))}px`;
    card.style.top = `${below ? at.bottom + 4 : Math.max(8, at.top - offsetHeight - 4)}px`;
    link.setAttribute('aria-describedby', 'tip');
    this.#shown = card;
  }
}

const keyOf = ({ uri, line }: LinesParams): string => `${uri}#${line}`;

const placeOf = ({ dataset }: HTMLElement): LinesParams => ({
  uri: String((JSON.parse(dataset.open ?? '{}') as { uri?: unknown }).uri ?? ''),
  line: Number(dataset.line),
});
