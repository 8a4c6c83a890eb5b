import { elementOf } from './dom.ts';
import type { Html } from './html.ts';

/** A line to show: its id, its content, and whether it can be focused. */
export interface GridLine {
  readonly id: string;
  readonly focusable: boolean;
  /** An estimate of its height in pixels, which a measurement replaces. */
  readonly height: number;
  readonly render: () => Html;
}

/** From this number of lines on, only those near the viewport are rendered. */
const virtualFrom = 200;
/** How far beyond the viewport lines are rendered, in pixels. */
const margin = 600;

interface Placed {
  readonly element: HTMLElement;
  markup: string;
}

/**
 * The table's body. It reuses the elements of unchanged lines, so that focus, selection and scroll position survive an edit,
 * and flashes the cells that changed.
 */
export class Grid {
  readonly #placed = new Map<string, Placed>();
  readonly #heights = new Map<string, number>();
  #lines: readonly GridLine[] = [];
  #current = '';
  #fresh = true;

  constructor(
    private readonly body: HTMLElement,
    private readonly above: HTMLElement,
    private readonly below: HTMLElement,
  ) {}

  /** The id of the focused row. */
  get current(): string {
    return this.#current;
  }

  get ids(): readonly string[] {
    return this.#lines.filter(({ focusable }) => focusable).map(({ id }) => id);
  }

  element(id: string): HTMLElement | undefined {
    return this.#placed.get(id)?.element;
  }

  /** Shows `lines`. `flash`: changes are from an edit, not from a click of the user. */
  show(lines: readonly GridLine[], flash: boolean): void {
    this.#lines = lines;
    if (!this.ids.includes(this.#current)) this.#current = this.ids[0] ?? '';
    this.#place(flash && !this.#fresh);
    this.#fresh = false;
  }

  /** Call when the viewport moves. */
  scrolled(): void {
    if (this.#lines.length >= virtualFrom) this.#place(false);
  }

  /** Moves the focus to a row and scrolls it into view. */
  focus(id: string): void {
    this.#current = id;
    if (!this.#placed.has(id)) {
      window.scrollTo({ top: this.#topOf(id) + this.above.offsetTop - window.innerHeight / 2 });
      this.#place(false);
    }
    this.#tabStop();
    this.element(id)?.focus();
  }

  /** Records that a row was focused by a click or an assistive technology. */
  mark(id: string): void {
    this.#current = id;
    this.#tabStop();
  }

  #heightOf({ id, height }: GridLine): number {
    return this.#heights.get(id) ?? height;
  }

  #topOf(id: string): number {
    let top = 0;
    for (const line of this.#lines) {
      if (line.id === id) return top;
      top += this.#heightOf(line);
    }
    return top;
  }

  /** Returns the lines near the viewport, and the space above and below them. */
  #window(): { readonly first: number; readonly last: number; readonly above: number; readonly below: number } {
    if (this.#lines.length < virtualFrom) return { first: 0, last: this.#lines.length, above: 0, below: 0 };
    const start = -this.above.getBoundingClientRect().top - margin;
    const end = start + window.innerHeight + 2 * margin;
    let [top, first, last, above, below] = [0, 0, 0, 0, 0];
    this.#lines.forEach((line, index) => {
      const height = this.#heightOf(line);
      if (top + height < start) {
        first = index + 1;
        above += height;
      } else if (top <= end) last = index + 1;
      else below += height;
      top += height;
    });
    return { first, last: Math.max(first, last), above, below };
  }

  #place(flash: boolean): void {
    const { first, last, above, below } = this.#window();
    const shown = this.#lines.slice(first, last);
    const keep = new Set(shown.map(({ id }) => id));
    const focused = document.activeElement?.closest<HTMLElement>('[data-id]')?.dataset.id;
    for (const [id, { element }] of this.#placed) {
      if (keep.has(id)) continue;
      element.remove();
      this.#placed.delete(id);
    }
    this.above.style.height = `${above}px`;
    this.below.style.height = `${below}px`;
    for (const [index, line] of shown.entries()) this.#put(line, first + index, index, flash);
    for (const { id } of shown) {
      const height = this.element(id)?.offsetHeight;
      if (height) this.#heights.set(id, height);
    }
    this.#tabStop();
    const lost = focused !== undefined && document.activeElement === document.body;
    if (lost) this.element(this.#placed.has(focused) ? focused : this.#current)?.focus({ preventScroll: true });
  }

  #put(line: GridLine, row: number, index: number, flash: boolean): void {
    const html = line.render();
    const old = this.#placed.get(line.id);
    let element = old?.element;
    if (!element || old?.markup !== html.markup) {
      const fresh = elementOf(html);
      if (old && element && flash) flashChanges(element, fresh);
      element?.replaceWith(fresh);
      element = fresh;
      this.#placed.set(line.id, { element, markup: html.markup });
    }
    // Row 1 has the column headings.
    element.setAttribute('aria-rowindex', String(row + 2));
    const there = this.body.children[index];
    if (there !== element) this.body.insertBefore(element, there ?? null);
  }

  #tabStop(): void {
    for (const [id, { element }] of this.#placed) {
      if (element.hasAttribute('tabindex')) element.tabIndex = id === this.#current ? 0 : -1;
    }
  }
}

/** Flashes the cells whose text changed. */
function flashChanges(before: HTMLElement, after: HTMLElement): void {
  const cells = [...after.querySelectorAll<HTMLElement>(':scope > .cell')];
  const old = [...before.querySelectorAll<HTMLElement>(':scope > .cell.at')].map(({ textContent }) => textContent);
  cells
    .filter((cell) => cell.classList.contains('at'))
    .forEach((cell, index) => {
      if (old[index] !== undefined && old[index] !== cell.textContent) cell.classList.add('flash');
    });
}
