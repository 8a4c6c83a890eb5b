import { elementOf } from './dom.ts';
import type { Html } from './html.ts';

const filled = new WeakMap<HTMLElement, string>();
const focusable = 'button, select, a[href], summary';

/** Puts `markup` into `part` if it changed; the focus is kept. */
export function fill(part: HTMLElement, markup: Html | undefined): void {
  const text = markup?.markup ?? '';
  if (filled.get(part) === text) return;
  const at = [...part.querySelectorAll<HTMLElement>(focusable)].indexOf(document.activeElement as HTMLElement);
  filled.set(part, text);
  part.replaceChildren(...(markup ? [elementOf(markup)] : []));
  // The page's content security policy rejects styles in markup, so the lengths of bars are set here.
  for (const bar of part.querySelectorAll<HTMLElement>('[data-grow]')) bar.style.flexGrow = bar.dataset.grow ?? '1';
  if (at >= 0) part.querySelectorAll<HTMLElement>(focusable)[at]?.focus({ preventScroll: true });
}
