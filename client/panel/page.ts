import { surfaceNames, surfaces } from '../../server/core/vocabulary/names.ts';
import { elementOf } from './dom.ts';
import { html, icon } from './html.ts';

/** The parts of the page that are rendered repeatedly. The search field and the table are created once. */
export interface Page {
  readonly root: HTMLElement;
  readonly head: HTMLElement;
  readonly chips: HTMLElement;
  readonly alert: HTMLElement;
  readonly empty: HTMLElement;
  readonly compare: HTMLElement;
  readonly content: HTMLElement;
  readonly brief: HTMLElement;
  readonly summary: HTMLElement;
  readonly reach: HTMLElement;
  readonly search: HTMLInputElement;
  readonly filters: HTMLElement;
  readonly table: HTMLElement;
  readonly above: HTMLElement;
  readonly body: HTMLElement;
  readonly below: HTMLElement;
  readonly nothing: HTMLElement;
  readonly notes: HTMLElement;
  readonly live: HTMLElement;
}

const skeleton = html`<main class="panel" aria-label="Effective tools"><div data-part="head"></div><div data-part="chips"></div><div data-part="alert"></div><div data-part="empty"></div><div data-part="compare"></div><div data-part="content" hidden><div data-part="brief"></div><div data-part="summary"></div><div data-part="reach"></div><div class="find" role="search"><div class="search">${icon('search')}<input type="search" data-part="search" aria-label="Search tools, servers, rules" placeholder="Search tools, servers, rules" spellcheck="false"></div><div data-part="filters"></div></div><div class="table" role="treegrid" aria-label="Effective tools" aria-colcount="5" data-part="table"><div role="rowgroup" class="headings"><div class="row columns" role="row" aria-rowindex="1"><span class="cell" role="columnheader">Tool</span>${surfaces.map((id) => html`<span class="cell" role="columnheader" data-surface="${id}">${surfaceNames[id]}</span>`)}<span class="cell by" role="columnheader">Decided by</span></div></div><div data-part="above"></div><div role="rowgroup" data-part="body"></div><div data-part="below"></div></div><div data-part="nothing" class="nothing" hidden></div><div data-part="notes"></div></div><div class="hidden" role="status" data-part="live"></div></main>`;

/** Creates the page. */
export function buildPage(): Page {
  const root = elementOf(skeleton);
  const part = (name: string): HTMLElement => {
    const found = root.querySelector<HTMLElement>(`[data-part=${name}]`);
    if (!found) throw new Error(`no part ${name}`);
    return found;
  };
  const search = part('search');
  if (!(search instanceof HTMLInputElement)) throw new Error('no search field');
  document.body.append(root);
  return {
    root,
    head: part('head'),
    chips: part('chips'),
    alert: part('alert'),
    empty: part('empty'),
    compare: part('compare'),
    content: part('content'),
    brief: part('brief'),
    summary: part('summary'),
    reach: part('reach'),
    search,
    filters: part('filters'),
    table: part('table'),
    above: part('above'),
    body: part('body'),
    below: part('below'),
    nothing: part('nothing'),
    notes: part('notes'),
    live: part('live'),
  };
}
