import { surfaceNames, surfaces } from '../../server/core/vocabulary/names.ts';
import { inactiveTerm } from '../../server/core/vocabulary/reasons.ts';
import { type Html, html, icon, prose } from './html.ts';
import { link } from './place.ts';
import { certainty, policyStep } from './renderDetail.ts';
import type { EffectiveAnswer, EffectiveServer } from './types.ts';
import type { Line } from './view.ts';

/** Renders why a server does not run, and which tools are missing because of it. */
export function renderOff(answer: EffectiveAnswer, { group, id }: Line & { kind: 'off' }): Html {
  const { files } = answer;
  const known = surfaces.flatMap((surface) => {
    const name = surfaceNames[surface];
    const server = group.servers[surface];
    return server ? [{ name, server }] : [];
  });
  const reasons = new Map<string, { readonly names: string[]; readonly server: EffectiveServer }>();
  for (const { name, server } of known) {
    const key = JSON.stringify([server.reason, server.certainty]);
    const same = reasons.get(key);
    if (same) same.names.push(name);
    else reasons.set(key, { names: [name], server });
  }
  const steps = [...reasons.values()].map(({ names, server }, index) => {
    const { label, icon: sign, tone } = inactiveTerm(server.reason);
    const where = names.length === known.length ? '' : ` in ${names.join(' and ')}`;
    const isLast = index === reasons.size - 1;
    return html`<li class="${isLast ? 'last' : ''}"><div><h3>Is the server active</h3><p><span class="state off tone-${tone}">${icon(sign)}<b>${label}${where}</b></span> ${prose(server.why ?? '')}</p>${isLast && lost(Object.keys(answer.tools[group.name] ?? {}))}</div><span class="proof">${certainty(server.certainty)}${link(files, server.cause ?? server.origin)}</span></li>`;
  });
  const origin = group.origin;
  const open =
    origin &&
    html`<button class="button second" tabindex="-1" data-open="${JSON.stringify(origin)}">${icon('go-to-file')}Open the server</button>`;
  return html`<div class="row detail" role="row" aria-level="2" data-id="${id}"><div class="cell" role="gridcell" aria-colspan="5"><div class="detailhead"><p class="mute">${group.detail}</p><span class="buttons">${open}</span></div><ol class="steps">${policyStep(answer)}${steps}</ol></div></div>`;
}

/** The maximum number of missing tools that are shown. */
const shown = 12;

const lost = (tools: readonly string[]): Html =>
  tools.length === 0
    ? html``
    : html`<p class="lost"><span class="mute">Not available:</span> ${tools.slice(0, shown).map((tool) => html`<code>${tool}</code> `)}${tools.length > shown && html`<span class="mute">and ${tools.length - shown} more</span>`}</p>`;
