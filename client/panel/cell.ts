import { type Html, html, icon } from './html.ts';
import type { EffectiveTool, Group, ToolRow } from './types.ts';
import { certainties, states, surfaces } from './words.ts';

export const doubtTag = (doubt: string | undefined): Html =>
  doubt ? html`<span class="hidden">, </span><span class="doubt">${doubt}</span>` : html``;

/** The state of one cell: icon, word, and doubt where there is some. */
export function stateMark(cell: EffectiveTool | undefined, surface: string): Html {
  if (!cell || cell.state === 'absent')
    return html`<span class="state none"><span class="word">Not in ${surface}</span></span>`;
  const { word, icon: sign, long } = states[cell.state];
  const { doubt, word: certainty } = certainties[cell.certainty];
  const title = doubt ? `${long}. ${certainty}.` : long;
  return html`<span class="state is-${cell.state}" title="${title}">${icon(sign)}<span class="word${doubt ? ' unsure' : ''}">${word}</span>${doubtTag(doubt)}</span>`;
}

/** The cell that the row speaks of first: Cowork's, if the tool is there. */
export const leading = (tool: ToolRow): EffectiveTool | undefined =>
  surfaces.flatMap(({ id }) => tool.cells[id] ?? []).find(({ state }) => state !== 'absent') ?? tool.cells.cowork;

/** Where Enter leads: the line that decides, else where the server stands. */
export const decidingOrigin = (tool: ToolRow, group: Group) =>
  leading(tool)?.origin ?? unlistedOrigin(tool, group) ?? group.origin;

function unlistedOrigin(tool: ToolRow, group: Group) {
  const surface = surfaces.find(({ id }) => tool.cells[id]);
  return surface ? group.servers[surface.id]?.unlisted.origin : undefined;
}
