import type { Html } from './html.ts';

/** Returns the single element that `markup` creates. */
export function elementOf({ markup }: Html): HTMLElement {
  const template = document.createElement('template');
  template.innerHTML = markup.trim();
  const element = template.content.firstElementChild;
  if (!(element instanceof HTMLElement)) throw new Error('markup without an element');
  return element;
}
