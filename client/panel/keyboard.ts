/** The operations of the table that keys trigger. */
export interface TableKeys {
  readonly ids: () => readonly string[];
  readonly current: () => string;
  readonly focus: (id: string) => void;
  /** Whether a row is expanded; undefined if it cannot be. */
  readonly expansion: (id: string) => boolean | undefined;
  readonly toggle: (id: string) => void;
  /** Returns the parent row. */
  readonly parent: (id: string) => string | undefined;
  /** Returns the links and buttons inside an expanded row. */
  readonly inside: (id: string) => readonly HTMLElement[];
  readonly open: (id: string) => void;
  /** Returns the text for type-ahead. */
  readonly text: (id: string) => string;
}

/** After this many milliseconds, the next letter starts a new search. */
const pause = 700;

/** Keys of the treegrid: arrows, Home, End and letters move; Space and → expand, ← collapses, Enter opens the deciding line. */
export function tableKeys(grid: HTMLElement, keys: TableKeys): void {
  let typed = '';
  let last = 0;
  const move = (by: number) => {
    const ids = keys.ids();
    const id = ids[Math.max(0, Math.min(ids.length - 1, ids.indexOf(keys.current()) + by))];
    if (id !== undefined) keys.focus(id);
  };
  const right = (id: string) => {
    if (keys.expansion(id) === false) keys.toggle(id);
    else if (keys.expansion(id)) keys.inside(id)[0]?.focus();
    if (keys.expansion(id) && keys.inside(id).length === 0) move(1);
  };
  const left = (id: string) => {
    const parent = keys.parent(id);
    if (keys.expansion(id)) keys.toggle(id);
    else if (parent !== undefined) keys.focus(parent);
  };
  const typeAhead = (letter: string, time: number) => {
    typed = time - last < pause ? typed + letter : letter;
    last = time;
    const ids = keys.ids();
    const from = ids.indexOf(keys.current()) + (typed.length === 1 ? 1 : 0);
    const found = [...ids.slice(from), ...ids.slice(0, from)].find((id) => keys.text(id).startsWith(typed));
    if (found !== undefined) keys.focus(found);
  };
  const actions: Readonly<Record<string, (id: string) => void>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    PageDown: () => move(15),
    PageUp: () => move(-15),
    Home: () => move(-Infinity),
    End: () => move(Infinity),
    ArrowRight: right,
    ArrowLeft: left,
    ' ': (id) => keys.expansion(id) !== undefined && keys.toggle(id),
    Enter: keys.open,
  };

  grid.addEventListener('keydown', (event) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    const id = keys.current();
    if (target.dataset.id !== id) {
      insideKeys(event, target, id);
      return;
    }
    const action = actions[event.key];
    if (action) action(id);
    else if (event.key.length === 1 && event.key !== '/') typeAhead(event.key.toLowerCase(), event.timeStamp);
    else return;
    event.preventDefault();
  });

  /** Inside an expanded row, arrows move between links; Escape and ← return to the row. */
  function insideKeys(event: KeyboardEvent, target: HTMLElement, id: string): void {
    const links = keys.inside(id);
    const index = links.indexOf(target);
    if (index < 0) return;
    const back = event.key === 'Escape' || (event.key === 'ArrowLeft' && index === 0);
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (back) keys.focus(id);
    else if (by !== undefined) links[Math.max(0, Math.min(links.length - 1, index + by))]?.focus();
    else return;
    event.preventDefault();
  }
}

const stops = 'button, select, input, a[href]';

/** What is one tab stop, with arrows inside: toolbars, radio groups, and sections of links and folds. */
const roving = '[role=toolbar], [role=radiogroup], [data-rove]';

/** Roving tabindex (WAI-ARIA): makes every toolbar, radio group and section of links inside `root` one tab stop. Call after each rendering. */
export function oneTabStopEach(root: HTMLElement): void {
  for (const bar of root.querySelectorAll<HTMLElement>(roving)) {
    const items = [...bar.querySelectorAll<HTMLElement>(stops)];
    const first = items.find((item) => item.getAttribute('aria-checked') === 'true') ?? items[0];
    for (const item of items) item.tabIndex = item === first ? 0 : -1;
  }
}

/** Handles arrow keys inside toolbars and radio groups. */
export function toolbarKeys(root: HTMLElement): void {
  root.addEventListener('keydown', (event) => {
    const { target } = event;
    if (!(target instanceof HTMLElement)) return;
    const bar = target.closest<HTMLElement>(roving);
    if (!bar) return;
    const vertical: Readonly<Record<string, number>> =
      target instanceof HTMLSelectElement ? {} : { ArrowDown: 1, ArrowUp: -1 };
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      Home: -Infinity,
      End: Infinity,
      ...vertical,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    const items = [...bar.querySelectorAll<HTMLElement>(stops)];
    const next = items[Math.max(0, Math.min(items.length - 1, items.indexOf(target) + step))];
    for (const item of items) item.tabIndex = item === next ? 0 : -1;
    next?.focus();
    if (bar.getAttribute('role') === 'radiogroup') next?.click();
    event.preventDefault();
  });
}
