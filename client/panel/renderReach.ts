import { certainties } from '../../server/core/vocabulary/certainties.ts';
import { surfaceNames, surfaces } from '../../server/core/vocabulary/names.ts';
import { reachGroups, reachLabels, reachLevels, reachTerms, summaryParts } from '../../server/core/vocabulary/reach.ts';
import { type Html, html, icon, prose } from './html.ts';
import { link } from './place.ts';
import type { EffectiveAnswer } from './types.ts';
import type { View } from './view.ts';

type Files = EffectiveAnswer['files'];
type Group = EffectiveAnswer['result']['reach'][number];
type Line = Group['lines'][number];
type Part = EffectiveAnswer['result']['summary'][number];

/** The number of sentences of a part that are shown at first. */
const most = 3;

/** Renders what an administrator asks first. */
export function renderBrief({ result, files }: EffectiveAnswer, view: View): Html {
  const part = ({ id, items }: Part): Html => {
    const { label, icon: sign, tone } = summaryParts[id];
    const isOpen = view.open.includes(foldOf(id));
    const shown = isOpen ? items : items.slice(0, most);
    const said = shown.map(({ message, origin }) => html`<li>${prose(message)} ${link(files, origin)}</li>`);
    const more = items.length > most && fold(foldOf(id), isOpen, isOpen ? 'Fewer' : `${items.length - most} more`);
    return html`<li class="briefpart"><h3><span class="state tone-${tone}">${icon(sign)}</span>${label}</h3><div><ul>${said}</ul>${more}</div></li>`;
  };
  return html`<section class="brief" aria-label="Summary" data-rove><h2 class="hidden">Summary</h2><ul>${result.summary.map(part)}</ul></section>`;
}

const foldOf = (id: string): string => `brief:${id}`;

const fold = (id: string, isOpen: boolean, text: string): Html =>
  html`<button class="more" aria-expanded="${String(isOpen)}" data-fold="${id}">${icon(isOpen ? 'chevron-down' : 'chevron-right')}${text}</button>`;

/** The ids under which the view keeps what is open. */
const section = 'reach';
const minor = 'reach:minor';

/** Renders what Claude may touch in addition to tools: closed, a count of each level. */
export function renderReach({ result, files }: EffectiveAnswer, view: View): Html {
  const isOpen = view.open.includes(section);
  const all = result.reach.flatMap(({ lines }) => lines);
  const counts = reachLevels.flatMap((level) => {
    const count = all.filter((line) => line.level === level).length;
    const { label, tone, icon: sign } = reachTerms[level];
    return count > 0 ? [html`<span class="level tone-${tone}">${icon(sign)}<b>${count}</b> ${label}</span>`] : [];
  });
  const head = html`<div class="reachhead"><h2><button class="more" aria-expanded="${String(isOpen)}" data-fold="${section}">${icon(isOpen ? 'chevron-down' : 'chevron-right')}What Claude can reach</button></h2><span class="levels">${counts}</span></div>`;
  if (!isOpen) return html`<section class="reach" aria-label="What Claude can reach" data-rove>${head}</section>`;
  const isWhole = view.open.includes(minor);
  const hidden = all.filter(isMinor).length;
  const groups = result.reach.flatMap((group) => {
    const lines = group.lines.filter((line) => isWhole || !isMinor(line));
    return lines.length > 0 ? [renderGroup(files, group, lines)] : [];
  });
  const more =
    hidden > 0 &&
    fold(
      minor,
      isWhole,
      isWhole ? 'Without minor settings at their defaults' : `${hidden} minor settings at their defaults`,
    );
  return html`<section class="reach" aria-label="What Claude can reach" data-rove>${head}${groups}${more}</section>`;
}

/** A default that matters little. */
const isMinor = ({ weight, origin, id }: Line): boolean => weight === 'low' && origin === null && id !== 'not-given';

const renderGroup = (files: Files, { id }: Group, lines: readonly Line[]): Html =>
  html`<section class="reachgroup" aria-label="${reachGroups[id].title}"><h3>${reachGroups[id].title}</h3><ul>${lines.map((line) => renderLine(files, line))}</ul></section>`;

function renderLine(files: Files, line: Line): Html {
  const { id, level, message, certainty } = line;
  const { label, tone, icon: sign } = reachTerms[level];
  const { doubt } = certainties[certainty];
  const hedge =
    doubt && level !== 'unknown'
      ? html` <span class="doubt" title="${certainties[certainty].sentence}">${doubt}</span>`
      : html``;
  return html`<li class="reachline"><span class="state tone-${tone}">${icon(sign)}<b>${label}</b></span><p><span class="reachlabel">${reachLabels[id]}</span> ${prose(message)}${hedge}${tabsOf(line)}</p><span class="proof">${decidedBy(files, line)}</span></li>`;
}

/** The surfaces of a line; a line about a tab has its name already. */
function tabsOf({ id, surfaces: on }: Line): Html | false {
  if (on.length === 0 || id in surfaceNames) return false;
  return html` <span class="tabs">${surfaces.filter((each) => on.includes(each)).map((each) => html`<span class="tab">${surfaceNames[each]}</span>`)}</span>`;
}

/** The deciding line, or the key that is not set if the sentence does not name it. */
function decidedBy(files: Files, { origin, key, message }: Line): Html {
  if (origin) return link(files, origin);
  return key === null || message.includes(`\`${key}\``)
    ? html``
    : html`<span class="mute"><code>${key}</code> not set</span>`;
}
