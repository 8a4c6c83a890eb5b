import { surfaces } from '../../server/core/vocabulary/names.ts';
import { headOf } from './model.ts';
import type { EffectiveAnswer } from './types.ts';

/** Shows in the column headings which tabs are off, and mutes their columns. */
export function showTabs(table: HTMLElement, answer: EffectiveAnswer): void {
  for (const id of surfaces) {
    const tab = answer.result.surfaces[id]?.tab;
    table.classList.toggle(`off-${id}`, tab?.isOn === false);
    const head = table.querySelector<HTMLElement>(`.columns [data-surface="${id}"]`);
    if (!head) continue;
    head.textContent = headOf(answer, id);
    head.title = (tab?.why ?? '').replaceAll('`', '');
  }
}
