import { layers } from '../../server/core/vocabulary/names.ts';
import { states, toolStates } from '../../server/core/vocabulary/states.ts';
import { type Html, html, icon } from './html.ts';
import type { Model } from './model.ts';
import type { View } from './view.ts';

const option = (value: string, text: string, chosen: string): Html =>
  html`<option value="${value}"${html`${value === chosen ? html` selected` : ''}`}>${text}</option>`;

const choice = (
  name: string,
  label: string,
  any: string,
  values: readonly (readonly [string, string])[],
  chosen: string,
): Html =>
  html`<span class="choice${chosen ? ' chosen' : ''}"><select aria-label="${label}" data-select="${name}">${option('', any, chosen)}${values.map(([value, text]) => option(value, text, chosen))}</select>${icon('chevron-down')}</span>`;

const toggle = (only: string, text: string, count: number, view: View): Html =>
  html`<button class="toggle" aria-pressed="${String(view.only === only)}" data-only="${only}">${text} <span class="badge">${count}</span></button>`;

const radio = (by: string, text: string, view: View): Html =>
  html`<button role="radio" aria-checked="${String(view.by === by)}" data-by="${by}">${text}</button>`;

/** Renders search, filters and grouping. The search field itself is created once, so that typing is not interrupted. */
export function renderFilters(model: Model, view: View): Html {
  const used = toolStates.filter((state) =>
    model.tools.some(({ cells }) => Object.values(cells).some((cell) => cell.state === state)),
  );
  const known = [...new Set(model.groups.map(({ layer }) => layer))];
  const stateChoice = choice(
    'state',
    'Filter by state',
    'State',
    used.map((state) => [state, states[state].label]),
    view.state?.state ?? '',
  );
  const layerChoice = choice(
    'layer',
    'Filter by layer',
    'Layer',
    known.map((layer) => [layer, layers[layer].label]),
    view.layer ?? '',
  );
  const plugins = [...new Set(model.groups.flatMap(({ plugin }) => plugin ?? []))].sort();
  const pluginChoice =
    plugins.length > 0 &&
    choice(
      'plugin',
      'Filter by plugin',
      'Plugin',
      plugins.map((plugin) => [plugin, plugin]),
      view.plugin ?? '',
    );
  return html`<div class="filterrow"><div class="filters" role="toolbar" aria-label="Filters">${stateChoice}${layerChoice}${pluginChoice}${toggle('differs', 'Differs', model.look.differs, view)}${toggle('looser', 'Looser than Ask', model.looser, view)}</div><div class="by"><span class="mute" id="by">Group by</span><div class="segments" role="radiogroup" aria-labelledby="by">${radio('server', 'Server', view)}${radio('state', 'State', view)}</div></div></div>`;
}
