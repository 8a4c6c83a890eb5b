import { certainties } from '../../server/core/vocabulary/certainties.ts';
import { surfaces } from '../../server/core/vocabulary/names.ts';
import { states } from '../../server/core/vocabulary/states.ts';
import { type Html, html, icon } from './html.ts';
import type { EffectiveTool, Group, ToolRow } from './types.ts';

export const doubtTag = (doubt: string | null): Html =>
  doubt ? html`<span class="hidden">, </span><span class="doubt">${doubt}</span>` : html``;

/** Returns the state of one cell: icon, label, and a mark if it is uncertain. */
export function stateMark(cell: EffectiveTool | undefined): Html {
  const state = cell?.state ?? 'absent';
  const { label, icon: sign, sentence, tone } = states[state];
  if (!cell || state === 'absent')
    return html`<span class="state none" title="${sentence}"><span class="word">${label}</span></span>`;
  const { doubt, sentence: certainty } = certainties[cell.certainty];
  const title = doubt ? `${sentence}. ${certainty}.` : sentence;
  return html`<span class="state tone-${tone} is-${state}" title="${title}">${icon(sign)}<span class="word${doubt ? ' unsure' : ''}">${label}</span>${doubtTag(doubt)}</span>`;
}

/** Returns the cell that represents the row: Cowork's, if the tool exists there. */
export const leading = (tool: ToolRow): EffectiveTool | undefined =>
  surfaces.flatMap((id) => tool.cells[id] ?? []).find(({ state }) => state !== 'absent') ?? tool.cells.cowork;

/** Returns the target of Enter: the line that decides, otherwise the server's definition. */
export const decidingOrigin = (tool: ToolRow, group: Group) =>
  leading(tool)?.origin ?? unlistedOrigin(tool, group) ?? group.origin;

function unlistedOrigin(tool: ToolRow, group: Group) {
  const surface = surfaces.find((id) => tool.cells[id]);
  return surface ? group.servers[surface]?.unlisted.origin : undefined;
}
