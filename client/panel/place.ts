import { type Html, html } from './html.ts';
import type { EffectiveAnswer, Origin } from './types.ts';

type Files = EffectiveAnswer['files'];

/** Returns the line of an origin, counted from 1. */
export function lineOf(files: Files, { uri, range }: Origin): number {
  const starts = files[uri]?.lines ?? [];
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= range.start) low = middle + 1;
    else high = middle;
  }
  return Math.max(1, low);
}

/** Returns the display name of a file; a long path is shortened to its end. */
export function labelOf(files: Files, uri: string): string {
  const label = files[uri]?.label ?? decodeURIComponent(uri.split('/').at(-1) ?? uri);
  const steps = label.split('/');
  const last = steps.at(-1) ?? label;
  const plain = steps.filter((step) => step !== 'org-plugins' && step !== '.claude-plugin');
  return plain.length > 1 ? plain.slice(-2).join('/') : last;
}

export const placeOf = (files: Files, origin: Origin): string =>
  `${labelOf(files, origin.uri)}:${lineOf(files, origin)}`;

/** Returns a link to an origin; `short` shows only the line. It is not a tab stop: the table is one. */
export function link(files: Files, origin: Origin | null, short = false): Html {
  if (!origin) return html``;
  const place = placeOf(files, origin);
  const text = short ? `:${lineOf(files, origin)}` : place;
  return html`<a class="ref" href="#" tabindex="-1" data-open="${JSON.stringify(origin)}" data-line="${lineOf(files, origin) - 1}"${html`${short ? html` aria-label="${place}"` : ''}`}>${text}</a>`;
}
