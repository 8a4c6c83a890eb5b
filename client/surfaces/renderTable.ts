import { certainties } from '../../server/core/vocabulary/certainties.ts';
import { surfaceStates } from '../../server/core/vocabulary/surfaceTable.ts';
import type { SurfacesAnswer } from '../../server/protocol.ts';
import { type Html, html, icon, prose } from '../panel/html.ts';
import { mark } from './mark.ts';
import type { Group, Surface, Verdict } from './types.ts';

/** Renders the parts of the plugin by surface. A row expands to its parts and the facts about each surface. */
export function renderTable({ groups, surfaces }: SurfacesAnswer, open: ReadonlySet<string>): Html {
  const heads = surfaces.map(
    ({ name, detail }) => html`<th scope="col" role="columnheader" title="${detail}">${name}</th>`,
  );
  const rows = groups.flatMap((group) => groupRows(group, surfaces, open.has(group.type)));
  return html`<table class="matrix" role="table" aria-label="Parts of the plugin on each surface"><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Part</th>${heads}</tr></thead><tbody role="rowgroup">${rows}</tbody></table>`;
}

function groupRows(group: Group, surfaces: readonly Surface[], open: boolean): Html[] {
  const { type, title, count } = group;
  const cells = surfaces.map(({ name, cells }) => {
    const verdict = cells[type];
    return html`<td role="cell"><span class="where" aria-hidden="true">${name}</span>${verdict ? verdictMark(verdict) : ''}</td>`;
  });
  const toggle = html`<button class="twistbutton" data-toggle="${type}" aria-expanded="${String(open)}" aria-controls="more-${type}">${icon(open ? 'chevron-down' : 'chevron-right')}<span class="title">${title}</span> <span class="count">${count}</span></button>`;
  const row = html`<tr role="row" class="${open ? 'opened' : ''}"><th scope="row" role="rowheader">${toggle}</th>${cells}</tr>`;
  const span = surfaces.length + 1;
  const more = html`<tr role="row" class="more" id="more-${type}"${open ? html`` : html` hidden`}><td role="cell" colspan="${span}" aria-colspan="${span}">${open ? details(group, surfaces) : ''}</td></tr>`;
  return [row, more];
}

const verdictMark = ({ state, certainty, needs }: Verdict): Html =>
  needs
    ? mark({ label: `Needs ${needs}`, icon: 'versions', tone: 'blue' }, certainty)
    : mark(surfaceStates[state], certainty);

interface Fact {
  readonly verdict: Verdict;
  readonly names: string[];
  readonly sources: Set<string>;
}

/** Renders the parts by name, and the notes of all surfaces. */
function details({ type, parts }: Group, surfaces: readonly Surface[]): Html {
  const names = parts.map(
    ({ name, count, place }) =>
      html`<li><a class="ref" href="#" data-place="${JSON.stringify(place)}">${name || '(no name)'}</a>${count > 1 ? html` <span class="mute">${count}</span>` : ''}</li>`,
  );
  return html`<div class="inside"><ul class="names" aria-label="Parts">${names}</ul><ul class="facts" aria-label="Notes">${factsOf(type, surfaces).map(fact)}</ul></div>`;
}

/** Returns the facts about one type of part; surfaces with the same facts are combined. */
function factsOf(type: Group['type'], surfaces: readonly Surface[]): Fact[] {
  const facts = new Map<string, Fact>();
  for (const { name, cells } of surfaces) {
    const verdict = cells[type];
    if (!verdict) continue;
    const key = JSON.stringify({ ...verdict, source: undefined });
    const known = facts.get(key) ?? { verdict, names: [], sources: new Set() };
    known.names.push(name);
    known.sources.add(verdict.source);
    facts.set(key, known);
  }
  return [...facts.values()];
}

function fact({ verdict, names, sources }: Fact): Html {
  const { certainty, note, since, needs } = verdict;
  const { label, icon: sign, sentence } = certainties[certainty];
  const on = names.join(', ');
  const links = [...sources].map((source, index) => {
    const number = sources.size > 1 ? ` ${index + 1}` : '';
    return html` · <a class="text" href="${source}" aria-label="Documentation${number} for ${on}">Documentation${number}</a>`;
  });
  return html`<li><h3>${on}</h3><p class="verdict">${verdictMark(verdict)}${since && !needs ? html` <span class="mute">since ${since}</span>` : ''}</p>${note ? html`<p>${prose(note)}</p>` : ''}<p class="cert" title="${sentence}">${icon(sign)}${label}${links}</p></li>`;
}
