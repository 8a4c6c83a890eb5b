import { certainties } from '../../server/core/vocabulary/certainties.ts';
import { deliveries, pluginPlaces, surfaceStates } from '../../server/core/vocabulary/surfaceTable.ts';
import type { SurfacesAnswer } from '../../server/protocol.ts';
import { type Html, html, icon, prose } from '../panel/html.ts';
import { mark } from './mark.ts';
import type { Surface } from './types.ts';

/** Title and actions. */
export const renderHead = (name: string | undefined): Html =>
  html`<header class="head"><h1>${name === undefined ? 'Where a plugin works' : html`Where <span class="named">${name}</span> works`}</h1><div class="actions"><button class="iconbutton" data-run="refresh" title="Ask again" aria-label="Ask again">${icon('refresh')}</button></div></header>`;

/** Renders the plugin, its location, and the minimum version. */
export const renderChips = ({ label, place, minimumVersion }: SurfacesAnswer): Html =>
  html`<div class="chips"><button class="chip" data-run="choosePlugin">${icon('extensions')} <span class="mute">Plugin</span> <b>${label}</b>${icon('chevron-down')}</button><span class="chip still">${icon('folder')} <span class="mute">In</span> <b>${pluginPlaces[place]}</b></span><button class="chip" data-run="setFloor">${icon('versions')} <span class="mute">Minimum version</span> <b>${minimumVersion}</b>${icon('chevron-down')}</button></div>`;

/** Renders each surface in a few lines: what works, and how the plugin is delivered. */
export const renderCards = ({ surfaces }: SurfacesAnswer): Html =>
  html`<ul class="surfaces" aria-label="Surfaces">${surfaces.map(card)}</ul>`;

function card({ name, detail, state, certainty, summary, delivery }: Surface): Html {
  const way = deliveries[delivery.state];
  const doubt = delivery.state === 'unknown' ? null : certainties[delivery.certainty].doubt;
  const word = delivery.needs ? `Needs ${delivery.needs}` : way.label;
  return html`<li class="surface"><div class="surfacehead"><h2>${name}</h2>${mark(surfaceStates[state], certainty)}</div><p class="mute whose">${detail}</p><p class="sum">${summary}</p><p class="way tone-${delivery.needs ? 'blue' : way.tone}">${icon(delivery.needs ? 'versions' : way.icon)}<span><b>${word}</b>${doubt ? html` <span class="doubt">${doubt}</span>` : ''}. ${prose(delivery.text)} <a class="text" href="${delivery.source}" aria-label="Documentation on how ${name} gets plugins">Documentation</a></span></p></li>`;
}
