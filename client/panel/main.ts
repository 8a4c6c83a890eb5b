import './style.css';
import { decidingOrigin } from './cell.ts';
import { clicked } from './clicks.ts';
import { fill } from './fill.ts';
import { Grid, type GridLine } from './grid.ts';
import { oneTabStopEach, tableKeys, toolbarKeys } from './keyboard.ts';
import type { ToEditor, ToPanel } from './messages.ts';
import { groupId, type Model, modelOf } from './model.ts';
import { buildPage } from './page.ts';
import { renderChips } from './renderChips.ts';
import { renderCompare, renderCompareHead, renderSides } from './renderCompare.ts';
import { reasoningText } from './renderDetail.ts';
import { renderFilters } from './renderFilters.ts';
import { renderBrief, renderReach } from './renderReach.ts';
import { renderLine } from './renderRows.ts';
import { renderEmpty, renderFailed, renderNotes, renderUnreadable } from './renderStates.ts';
import { renderHead, renderSummary } from './renderTop.ts';
import { showTabs } from './tabs.ts';
import { Tip } from './tip.ts';
import type { CompareToolsAnswer, EffectiveAnswer, Origin, ServerName } from './types.ts';
import { unpack } from './unpack.ts';
import { firstView, type Line, linesOf, toolsIn, type View } from './view.ts';

interface Saved {
  readonly view: View;
  readonly scroll: number;
  readonly sides?: CompareToolsAnswer['sides'] | undefined;
}
declare function acquireVsCodeApi(): {
  postMessage(message: ToEditor): void;
  getState(): Saved | undefined;
  setState(state: Saved): void;
};

const editor = acquireVsCodeApi();
const saved = editor.getState();
const page = buildPage();
const grid = new Grid(page.body, page.above, page.below);
let view: View = { ...firstView, ...saved?.view };
let scroll = saved?.scroll ?? 0;
let answer: EffectiveAnswer | undefined;
let model: Model | undefined;
let compared: CompareToolsAnswer | null = null;
let lines: readonly Line[] = [];
/** The last time when all sources could be parsed. */
let readable: string | undefined;

const heights: Readonly<Record<Line['kind'], number>> = {
  group: 30,
  state: 30,
  fold: 26,
  tool: 26,
  detail: 330,
  off: 150,
};
const post = (message: ToEditor) => editor.postMessage(message);
const open = (origin: Origin) => post({ type: 'open', origin });
const tip = new Tip(page.root, (of) => post({ type: 'lines', of }));
const save = () => editor.setState({ view, scroll, sides: compared?.sides });

function change(part: Partial<View>): void {
  view = { ...view, ...part };
  save();
  render(false);
}

const toggled = (ids: readonly string[], id: string): string[] =>
  ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id];

/** Expands or collapses a row. */
function toggle(id: string): void {
  const line = lines.find((each) => each.id === id);
  if (!line || line.kind === 'detail' || line.kind === 'off') return;
  if (line.kind === 'state' || (line.kind === 'group' && line.group.active))
    change({ closed: toggled(view.closed, id) });
  else change({ open: toggled(view.open, id) });
}

function gridLines(answer: EffectiveAnswer): GridLine[] {
  return lines.map((line) => ({
    id: line.id,
    focusable: line.kind !== 'detail' && line.kind !== 'off',
    height: heights[line.kind],
    render: () => renderLine(answer, line, view.by === 'state'),
  }));
}

/** Shows the latest answer. `edited`: it changed because of an edit. */
function render(edited: boolean): void {
  page.content.hidden = true;
  fill(page.compare, compared ? renderCompare(compared) : undefined);
  if (compared) {
    fill(page.head, renderCompareHead(!('problem' in compared)));
    fill(page.chips, renderSides(compared));
    fill(page.alert, undefined);
    fill(page.empty, undefined);
    oneTabStopEach(page.root);
  } else renderTools(edited);
}

function renderTools(edited: boolean): void {
  if (!answer || !model) return;
  const empty =
    (answer.sources.policies ?? []).length === 0 && answer.result.source.kind === 'none' && !view.withoutPolicy;
  const broken = answer.unreadable.length > 0;
  lines = linesOf(model, view);
  fill(page.head, renderHead());
  fill(page.chips, empty ? undefined : renderChips(answer));
  fill(page.alert, broken ? renderUnreadable(answer, readable) : undefined);
  fill(page.empty, empty ? renderEmpty() : undefined);
  page.content.hidden = empty;
  page.content.classList.toggle('old', broken);
  fill(page.brief, renderBrief(answer, view));
  fill(page.summary, renderSummary(model, view));
  fill(page.reach, renderReach(answer, view));
  fill(page.filters, renderFilters(model, view));
  fill(page.notes, renderNotes(answer));
  showTabs(page.table, answer);
  page.table.setAttribute('aria-rowcount', String(lines.length + 1));
  grid.show(gridLines(answer), edited);
  page.nothing.hidden = lines.length > 0;
  page.nothing.textContent = 'No matching tools. Clear the search or filters.';
  const count = toolsIn(lines);
  const said = `${count} ${count === 1 ? 'tool' : 'tools'} shown`;
  if (page.live.textContent !== said) page.live.textContent = said;
  oneTabStopEach(page.root);
}

/** Shows only one server, and focuses it; clearing the search shows the others. */
function reveal(server: ServerName): void {
  const id = groupId(server);
  page.search.value = server.name;
  change({ ...firstView, search: server.name, open: view.open, closed: view.closed.filter((each) => each !== id) });
  if (grid.ids.includes(id)) grid.focus(id);
}

function receive(message: ToPanel): void {
  if (message.type === 'reveal') {
    reveal(message.server);
    return;
  }
  if (message.type === 'lines') {
    tip.take(message.of, message.lines);
    return;
  }
  if (message.type === 'failed') {
    fill(page.head, renderHead());
    fill(page.alert, renderFailed(message.message));
    page.content.classList.add('old');
    return;
  }
  const first = answer === undefined;
  answer = unpack(message.shown);
  model = modelOf(answer);
  compared = message.compared;
  save();
  if (answer.unreadable.length === 0)
    readable = new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  tip.forget();
  render(true);
  if (first && scroll > 0) window.scrollTo({ top: scroll });
}

const lineAt = (id: string) => lines.find((line) => line.id === id);

tableKeys(page.table, {
  ids: () => grid.ids,
  current: () => grid.current,
  focus: (id) => grid.focus(id),
  expansion: (id) => {
    const line = lineAt(id);
    return line && 'open' in line ? line.open : undefined;
  },
  toggle,
  parent: (id) => {
    const level = Number(grid.element(id)?.getAttribute('aria-level') ?? 1);
    const before = grid.ids.slice(0, grid.ids.indexOf(id)).reverse();
    return before.find((each) => Number(grid.element(each)?.getAttribute('aria-level') ?? 1) < level);
  },
  inside: (id) => [...(grid.element(`${id}?`)?.querySelectorAll<HTMLElement>('a, button') ?? [])],
  open: (id) => {
    const line = lineAt(id);
    const origin =
      line?.kind === 'tool' ? decidingOrigin(line.tool, line.group) : line?.kind === 'group' ? line.group.origin : null;
    if (origin) open(origin);
    else toggle(id);
  },
  text: (id) => {
    const line = lineAt(id);
    return (line?.kind === 'tool' ? line.tool.name : line?.kind === 'group' ? line.group.name : '').toLowerCase();
  },
});
page.table.addEventListener('focusin', ({ target }) => {
  const id = target instanceof HTMLElement ? target.dataset.id : undefined;
  if (id !== undefined && id !== grid.current) grid.mark(id);
});
toolbarKeys(page.root);

page.root.addEventListener('click', (event) => {
  const wish = clicked(event, view);
  if (!wish) return;
  event.preventDefault();
  if (wish.type === 'post') post(wish.message);
  else if (wish.type === 'view') change(wish.view);
  else if (wish.type === 'fold') change({ open: toggled(view.open, wish.id) });
  else if (wish.type === 'row') {
    grid.focus(wish.id);
    toggle(wish.id);
  } else {
    const line = lineAt(wish.id);
    if (answer && line?.kind === 'tool')
      post({ type: 'copy', text: reasoningText(answer.files, line.tool, line.group) });
  }
});

page.filters.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLSelectElement)) return;
  const value = target.value;
  if (target.dataset.select === 'layer') change({ layer: (value || null) as View['layer'] });
  else if (target.dataset.select === 'plugin') change({ plugin: value || null });
  else change({ state: value ? ({ state: value } as View['state']) : null });
});

page.search.value = view.search;
page.search.addEventListener('input', () => change({ search: page.search.value }));
document.addEventListener('keydown', (event) => {
  if (event.target === page.search) {
    if (event.key !== 'Escape') return;
    page.search.value = '';
    change({ search: '' });
  } else if (event.key === '/') {
    event.preventDefault();
    page.search.focus();
  }
});
window.addEventListener(
  'scroll',
  () => {
    scroll = window.scrollY;
    grid.scrolled();
    save();
  },
  { passive: true },
);
window.addEventListener('resize', () => grid.scrolled());
window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => receive(data));
post({ type: 'ready', ...(saved?.sides && { sides: saved.sides }) });
