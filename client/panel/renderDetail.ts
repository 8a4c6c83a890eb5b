import { certainties } from '../../server/core/vocabulary/certainties.ts';
import { effects, layers, surfaceNames, surfaces } from '../../server/core/vocabulary/names.ts';
import { states } from '../../server/core/vocabulary/states.ts';
import { decidingOrigin, stateMark } from './cell.ts';
import { type Html, html, icon, prose } from './html.ts';
import { labelOf, lineOf, link } from './place.ts';
import type { Certainty, EffectiveAnswer, EffectiveTool, Group, Step, ToolRow } from './types.ts';
import type { Line } from './view.ts';

type Files = EffectiveAnswer['files'];

export const certainty = (kind: Certainty): Html =>
  html`<span class="cert${certainties[kind].doubt ? ' doubtful' : ''}" title="${certainties[kind].sentence}">${icon(certainties[kind].icon)}${certainties[kind].label}</span>`;

function step(files: Files, { text, outcome: result, why, origin }: Step): Html {
  const decides = result === 'decides';
  const counts = decides || result === 'some-calls';
  const definition = counts ? html`<code>${text}</code>` : html`<del><code>${text}</code></del>`;
  return html`<li class="${counts ? 'wins' : 'loses'}">${decides ? icon('arrow-small-right') : html`<i></i>`}<span class="what">${definition}</span>${link(files, origin, true)}${why && html`<span class="because">${prose(why)}</span>`}</li>`;
}

function lane(files: Files, name: string, cell: EffectiveTool): Html {
  const steps = [...cell.steps].sort((a, b) => Number(b.outcome === 'decides') - Number(a.outcome === 'decides'));
  return html`<section class="lane" aria-label="In ${name}"><div class="lanehead"><h4>${name}</h4>${stateMark({ ...cell, certainty: 'documented' })}</div><ol>${steps.map((each) => step(files, each))}</ol><p>${states[cell.state].sentence}.</p>${certainty(cell.certainty)}</section>`;
}

/** Renders which policy is in force, with a link to the deciding file. */
export function policyStep({ files, result, sources }: EffectiveAnswer): Html {
  const first = sources.policies?.[0];
  const at = result.source.kind === 'none' || !first || !files[first.uri] ? null : { uri: first.uri, range: top };
  return html`<li><div><h3>Which policy applies</h3><p>${prose(result.source.why)}</p></div><span class="proof">${certainty('documented')}${link(files, at)}</span></li>`;
}

const top = { start: 0, end: 0 };

/** Renders how to make Cowork consistent with the other surfaces, if its exact entry takes precedence over a stricter wildcard. */
function agreement(files: Files, { differs, cells }: ToolRow): Html | false {
  const { cowork, code } = cells;
  if (!differs || !cowork?.origin || !code?.origin) return false;
  if (cowork.rule.kind !== 'exact' || code.rule.kind !== 'wildcard') return false;
  const [exact, wildcard] = [lineOf(files, cowork.origin), lineOf(files, code.origin)];
  return html`<li class="last hint"><div><h3>To make the surfaces agree</h3><p>Remove line ${exact}: then ${states[code.state].label} holds everywhere. Or limit line ${wildcard}, so that it no longer matches.</p></div></li>`;
}

function serverStep(files: Files, group: Group): Html {
  const server = surfaces.flatMap((id) => group.servers[id] ?? []).find(({ active }) => active);
  if (!server) return html``;
  const from = server.plugin ? ` of plugin ${server.plugin}` : '';
  return html`<li><div><h3>Is the server active</h3><p>${layers[server.layer].label} server <b>${server.name}</b>${from} is active${server.needsSignIn ? ', after the user has signed in' : ''}.</p></div><span class="proof">${certainty(server.certainty)}${link(files, server.origin)}</span></li>`;
}

const outcomes: Readonly<Record<Step['outcome'], string>> = {
  decides: 'decides',
  'some-calls': 'decides about some calls',
  overruled: 'does not count',
  'does-not-apply': 'does not count',
};

/** Returns the reasoning as plain text, for a ticket. */
export function reasoningText(files: Files, tool: ToolRow, group: Group): string {
  const lines = surfaces.flatMap((id) => {
    const name = surfaceNames[id];
    const cell = tool.cells[id];
    if (!cell) return [];
    const steps = cell.steps.map(({ text, outcome: result, why, origin }) => {
      const at = origin ? ` (${labelOf(files, origin.uri)}:${lineOf(files, origin)})` : '';
      return `  - ${outcomes[result]}: ${text}${at}${why ? `. ${why}` : ''}`;
    });
    return [`${name}: ${states[cell.state].label} (${certainties[cell.certainty].label.toLowerCase()})`, ...steps];
  });
  return [`${tool.name} of ${group.name}`, ...lines].join('\n');
}

/** Renders the reasoning below an expanded tool: which policy, whether the server is active, which entry decides on each surface. */
export function renderDetail(answer: EffectiveAnswer, { tool, group, level, id }: Line & { kind: 'detail' }): Html {
  const { files } = answer;
  const agree = agreement(files, tool);
  const origin = decidingOrigin(tool, group) ?? null;
  const open =
    origin &&
    html`<button class="button" tabindex="-1" data-open="${JSON.stringify(origin)}">${icon('go-to-file')}Open line ${lineOf(files, origin)}</button>`;
  const there = surfaces.flatMap((surface) => {
    const name = surfaceNames[surface];
    const cell = tool.cells[surface];
    return cell ? [lane(files, name, cell)] : [];
  });
  return html`<div class="row detail" role="row" aria-level="${level}" data-id="${id}"><div class="cell" role="gridcell" aria-colspan="5"><div class="detailhead"><p>${tool.description && html`${tool.description.replace(/\.$/, '')}. `}<span class="mute">${tool.effect ? `${effects[tool.effect].sentence}.` : ''}</span></p><span class="buttons">${open}<button class="button second" tabindex="-1" data-reasoning="${tool.id}">${icon('copy')}Copy reasoning</button></span></div><ol class="steps">${policyStep(answer)}${tool.builtin ? html`` : serverStep(files, group)}<li class="${agree ? '' : 'last'}"><div class="wide"><h3>Which entry decides</h3><div class="lanes">${there}</div></div></li>${agree}</ol></div></div>`;
}
