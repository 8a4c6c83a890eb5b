import './style.css';
import type { SurfacesAnswer } from '../../server/protocol.ts';
import { elementOf } from '../panel/dom.ts';
import { fill } from '../panel/fill.ts';
import { type Html, html } from '../panel/html.ts';
import type { PageCommand, Saved, ToEditor, ToPage } from './messages.ts';
import { renderFailed, renderGone, renderNoParts, renderNotes } from './renderStates.ts';
import { renderTable } from './renderTable.ts';
import { renderCards, renderChips, renderHead } from './renderTop.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: ToEditor): void;
  getState(): Saved | undefined;
  setState(state: Saved): void;
};

const editor = acquireVsCodeApi();
const names = ['head', 'chips', 'alert', 'cards', 'table', 'notes'] as const;
const root = elementOf(
  html`<main class="panel" aria-label="Where a plugin works">${names.map((name) => html`<div data-part="${name}"></div>`)}<div class="hidden" role="status" data-part="live"></div></main>`,
);
document.body.append(root);

let saved: Saved = editor.getState() ?? { open: [] };
let answer: SurfacesAnswer | undefined;

const part = (name: string): HTMLElement | null => root.querySelector<HTMLElement>(`[data-part=${name}]`);

/** Fills the parts of the page; parts that are not given become empty. */
function show(parts: Readonly<Partial<Record<(typeof names)[number], Html>>>, said: string): void {
  for (const name of names) {
    const element = part(name);
    if (element) fill(element, parts[name]);
  }
  const live = part('live');
  if (live && live.textContent !== said) live.textContent = said;
}

function keep(change: Partial<Saved>): void {
  saved = { ...saved, ...change };
  editor.setState(saved);
}

function render(): void {
  if (!answer) return;
  const { name, groups } = answer;
  const table = groups.length > 0 ? renderTable(answer, new Set(saved.open)) : renderNoParts();
  show(
    { head: renderHead(name), chips: renderChips(answer), cards: renderCards(answer), table, notes: renderNotes() },
    `${name}: ${groups.length} ${groups.length === 1 ? 'sort' : 'sorts'} of parts`,
  );
}

function receive(message: ToPage): void {
  if (message.type === 'shown') {
    answer = message.answer;
    keep({ uri: answer.uri });
    root.classList.remove('old');
    render();
  } else if (message.type === 'gone') {
    answer = undefined;
    show({ head: renderHead(undefined), alert: renderGone() }, 'The plugin no longer exists');
  } else {
    const alert = part('alert');
    if (alert) fill(alert, renderFailed(message.message));
  }
}

function toggle(type: string): void {
  const { open } = saved;
  keep({ open: open.includes(type) ? open.filter((each) => each !== type) : [...open, type] });
  render();
}

root.addEventListener('click', (event) => {
  const control = event.target instanceof Element ? event.target.closest<HTMLElement>('button, a') : null;
  if (!control) return;
  const { run, place, toggle: type } = control.dataset;
  if (run) editor.postMessage({ type: 'run', command: run as PageCommand });
  else if (type) toggle(type);
  else if (place) editor.postMessage({ type: 'open', place: JSON.parse(place) });
  // Other links lead to documentation, which the editor opens.
  else return;
  event.preventDefault();
});
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => receive(data));
editor.postMessage({ type: 'ready' });
