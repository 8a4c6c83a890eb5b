import { states } from '../../server/core/vocabulary/states.ts';
import { type Html, html, icon } from './html.ts';
import type { Model, SurfaceCount } from './model.ts';
import type { View } from './view.ts';

/** Title and actions. */
export const renderHead = (): Html =>
  html`<header class="head"><h1>Effective tools</h1><div class="actions" role="toolbar" aria-label="Panel actions"><button class="button second" data-run="compare" aria-label="Compare…">${icon('git-compare')}<span class="label">Compare…</span></button><button class="iconbutton" data-run="refresh" title="Ask again" aria-label="Ask again">${icon('refresh')}</button><button class="iconbutton" data-run="copyMarkdown" title="Copy as Markdown" aria-label="Copy as Markdown">${icon('copy')}</button><button class="iconbutton" data-run="saveJson" title="Save as JSON" aria-label="Save as JSON">${icon('save')}</button></div></header>`;

function card({ surface, name, isOff, total, states: counted }: SurfaceCount, view: View): Html {
  const bars = counted.map(
    ({ state, count }) => html`<span class="tone-${states[state].tone}" data-grow="${count}"></span>`,
  );
  const buttons = counted.map(({ state, count }) => {
    const on = view.state?.state === state && view.state.surface === surface;
    return html`<li><button class="count" aria-pressed="${String(on)}" data-count="${surface}:${state}"><span class="state tone-${states[state].tone}">${icon(states[state].icon)}</span><span class="hidden">${name}: </span><b>${count}</b> ${states[state].label}</button></li>`;
  });
  return html`<section class="card${isOff ? ' off' : ''}" aria-label="${name}"><div class="cardhead"><h2>${name}</h2><span class="mute">${total} tools</span></div><div class="bar" aria-hidden="true">${bars}</div><ul>${buttons}</ul></section>`;
}

/** `2 tools`, `1 tool`. */
const many = (count: number, one: string, more: string): string => (count === 1 ? one : more);

function looks({ look }: Model, view: View): Html {
  const item = (only: string, sign: string, color: string, count: number, text: string, more?: Html): Html =>
    html`<li><button class="look" aria-pressed="${String(view.only === only)}" data-only="${only}">${icon(sign, color)}<span><b>${count}</b> ${text}${more ?? ''}</span></button></li>`;
  const mistakes = look.mistakes > 0 ? html`, <b>${look.mistakes}</b> by mistake` : html``;
  const items = [
    look.unasked > 0 &&
      item(
        'unasked',
        'warning',
        'warn',
        look.unasked,
        many(look.unasked, 'data-changing tool runs without a prompt', 'data-changing tools run without a prompt'),
      ),
    look.differs > 0 &&
      item(
        'differs',
        'diff',
        'info',
        look.differs,
        many(look.differs, 'tool differs between Cowork and Code', 'tools differ between Cowork and Code'),
      ),
    look.inactive > 0 &&
      item(
        'inactive',
        'debug-disconnect',
        'mute',
        look.inactive,
        many(look.inactive, 'server inactive', 'servers inactive'),
        mistakes,
      ),
  ];
  const none = items.some(Boolean) ? html`` : html`<li class="mute">Nothing to review.</li>`;
  return html`<section class="card worth" aria-label="Worth reviewing"><div class="cardhead"><h2>Worth reviewing</h2></div><ul>${items}${none}</ul></section>`;
}

/** Renders counts for each surface, and highlights. A click filters the table. */
export const renderSummary = (model: Model, view: View): Html =>
  html`<div class="summary" role="toolbar" aria-label="Counts. Select one to filter">${model.counts.map((count) => card(count, view))}${looks(model, view)}</div>`;
