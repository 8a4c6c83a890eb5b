import { certainties } from '../../server/core/vocabulary/certainties.ts';
import { effects, layers, patternTerm, surfaceNames, surfaces } from '../../server/core/vocabulary/names.ts';
import { isShadowed, serverStates, serverTerm } from '../../server/core/vocabulary/reasons.ts';
import { ruleLabel, rules } from '../../server/core/vocabulary/rules.ts';
import { states } from '../../server/core/vocabulary/states.ts';
import { decidingOrigin, doubtTag, leading, stateMark } from './cell.ts';
import { type Html, html, icon, prose } from './html.ts';
import { lineOf, link } from './place.ts';
import { renderDetail } from './renderDetail.ts';
import { renderOff } from './renderOff.ts';
import type { EffectiveAnswer, EffectiveServer, Group, Surface, ToolRow } from './types.ts';
import type { Line, Shown } from './view.ts';

type Files = EffectiveAnswer['files'];

function tags(tool: ToolRow): Html {
  const effect = effects[tool.effect ?? 'changes'].label;
  const changes = tool.effect === 'changes' || tool.effect === 'destroys';
  return html`${tool.unasked && html`<span class="tag" title="${effect}, no prompt">${icon('warning', 'warn')}<span class="tagword">${effect}, no prompt</span></span>`}${!tool.unasked && changes && html`<span class="tag plain">${effect}</span>`}${tool.differs && html`<span class="tag" title="differs between Cowork and Code">${icon('diff', 'info')}<span class="tagword">differs</span></span>`}`;
}

function decidedBy(files: Files, tool: ToolRow, group: Group): Html {
  const first = leading(tool);
  const origin = decidingOrigin(tool, group);
  if (!first) return html``;
  const { text, isKey } = ruleLabel(first.rule);
  const { sentence } = rules[first.rule.kind];
  const other = surfaces.find((id) => {
    const at = tool.cells[id]?.origin;
    return at && origin && (at.uri !== origin.uri || lineOf(files, at) !== lineOf(files, origin));
  });
  const otherOrigin = other && tool.cells[other]?.origin;
  const rule = isKey
    ? html`<code class="rule" title="${sentence}">${text}</code>`
    : html`<span class="rule mute" title="${sentence}">${text}</span>`;
  return html`${rule}<span class="refs">${other && otherOrigin && html`<span class="also">${surfaceNames[other]} ${link(files, otherOrigin, true)}</span>`}${link(files, origin ?? null)}</span>`;
}

/** Read by screen readers before the state, so that a cell is self-explanatory: “Cowork: Allow, our reading”. */
const spoken = (name: string): Html => html`<span class="hidden">${name}: </span>`;

const chevron = (open: boolean): Html => icon(open ? 'chevron-down' : 'chevron-right', 'chevron');

function toolLine(files: Files, line: Line & { kind: 'tool' }, withServer: boolean): Html {
  const { tool, group, open, level } = line;
  const server = withServer && html`<span class="server">${tool.builtin ? 'built-in' : group.name}</span>`;
  return html`<div class="row tool level${level}${open ? ' opened' : ''}" role="row" aria-level="${level}" aria-expanded="${String(open)}" tabindex="-1" data-id="${line.id}">
<span class="cell name" role="rowheader">${chevron(open)}${server}<span class="toolname" title="${tool.isPattern ? patternTerm.sentence : (tool.description ?? tool.name)}">${tool.name}</span>${tool.isPattern && html`<span class="mute small">${patternTerm.label}</span>`}${tags(tool)}</span>${surfaces.map(
    (id) =>
      html`<span class="cell at" role="gridcell" data-surface="${surfaceNames[id]}">${spoken(surfaceNames[id])}${stateMark(tool.cells[id])}</span>`,
  )}<span class="cell by" role="gridcell">${decidedBy(files, tool, group)}</span></div>`;
}

function foldLine(line: Line & { kind: 'fold' }): Html {
  const cells = surfaces.map((id) => {
    const name = surfaceNames[id];
    const there = line.tools.filter((tool) => tool.cells[id] && tool.cells[id]?.state !== 'absent');
    const words = [...new Set(there.map((tool) => tool.cells[id]?.state))];
    const first = there[0]?.cells[id];
    const mark =
      words.length === 1
        ? stateMark(first)
        : html`<span class="state none">${words.length === 0 ? states.absent.label : 'Several'}</span>`;
    const part =
      there.length > 0 &&
      there.length < line.tools.length &&
      html`<span class="mute small">${there.length} of ${line.tools.length}</span>`;
    return html`<span class="cell at" role="gridcell" data-surface="${name}">${mark}${part}</span>`;
  });
  return html`<div class="row tool fold level2" role="row" aria-level="2" aria-expanded="${String(line.open)}" tabindex="-1" data-id="${line.id}"><span class="cell name" role="rowheader">${chevron(line.open)}<span class="more">${line.tools.length} more at their default</span></span>${cells}<span class="cell by" role="gridcell"><span class="rule mute">${rules.default.label}</span></span></div>`;
}

/** Renders icon and label of a server. */
function serverMark(
  server: Pick<EffectiveServer, 'active' | 'needsSignIn' | 'reason' | 'why'>,
  isStrong = false,
): Html {
  const { label, icon: sign, tone } = serverTerm(server);
  return html`<span class="state ${server.active ? 'on' : 'off'} tone-${tone}" title="${server.why ?? label}">${icon(sign)}<span class="word${isStrong ? ' strong' : ''}">${label}</span></span>`;
}

function serverState(group: Group, surface: Surface): Html {
  const server = group.servers[surface];
  if (!server) return html`<span class="state none">${serverStates.missing.label}</span>`;
  return serverMark(server);
}

/** Returns `3 tools, 1 pattern`; if only wildcards are known, no number of tools is shown. */
function countWords({ tools, patterns }: Shown): string {
  const words = (count: number, one: string) => (count > 0 ? [`${count} ${one}${count === 1 ? '' : 's'}`] : []);
  const said = [...words(tools, 'tool'), ...words(patterns, 'pattern')];
  return said.length > 0 ? said.join(', ') : '0 tools';
}

function groupCells(group: Group, shown: Shown): Html {
  const known = surfaces.flatMap((id) => group.servers[id] ?? []);
  const alike = known.every(({ active, reason }) => active === known[0]?.active && reason === known[0]?.reason);
  const count = html`<span class="mute">${countWords(shown)}</span>`;
  if (!alike)
    return html`${surfaces.map((id) => html`<span class="cell at" role="gridcell">${serverState(group, id)}</span>`)}`;
  const server = known.find(({ needsSignIn }) => needsSignIn) ?? known[0];
  if (!server || server.active) {
    const mark = serverMark(server ?? { active: true, needsSignIn: false, reason: null, why: null });
    return html`<span class="cell span" role="gridcell" aria-colspan="3">${mark}${count}</span>`;
  }
  const why = server.why ?? '';
  return html`<span class="cell span" role="gridcell" aria-colspan="3" title="${why}">${serverMark(server, true)}<span class="why">${prose(why)}</span>${doubtTag(certainties[server.certainty].doubt)}</span>`;
}

/** Returns the context of the editor's menu for a server; an extension has none, since no file of the workspace defines it. */
function menuOf(server: Group['servers'][Surface]): Html {
  if (!server || server.layer === 'extension') return html``;
  const { name, layer, plugin } = server;
  const menu = { webviewSection: 'server', preventDefaultContextMenuItems: true, name, layer, plugin };
  return html` data-vscode-context="${JSON.stringify(menu)}"`;
}

function groupLine(files: Files, line: Line & { kind: 'group' }): Html {
  const { group, open, shown } = line;
  const first = surfaces.flatMap((id) => group.servers[id] ?? [])[0];
  const shadowed = !group.active && isShadowed(first?.reason ?? null);
  const name = shadowed
    ? html`<del class="groupname">${group.name}</del>`
    : html`<span class="groupname">${group.name}</span>`;
  const lost =
    !group.active &&
    group.unavailable > 0 &&
    html`<span class="rule mute" title="Not available on any surface">${group.unavailable} ${group.unavailable === 1 ? 'tool' : 'tools'}</span>`;
  return html`<div class="row group${group.active ? '' : ' idle'}" role="row" aria-level="1" aria-expanded="${String(open)}"${menuOf(first)} tabindex="-1" data-id="${line.id}"><span class="cell name" role="rowheader">${chevron(open)}${icon(layers[group.layer].icon)}${name}<span class="mute cut">${group.detail}</span></span>${groupCells(group, shown)}<span class="cell by" role="gridcell">${lost}<span class="refs">${link(files, group.origin)}</span></span></div>`;
}

function stateLine(line: Line & { kind: 'state' }): Html {
  const { label, icon: sign, sentence, tone } = states[line.state];
  return html`<div class="row group" role="row" aria-level="1" aria-expanded="${String(line.open)}" tabindex="-1" data-id="${line.id}"><span class="cell name" role="rowheader">${chevron(line.open)}<span class="state tone-${tone}">${icon(sign)}</span><span class="groupname">${label}</span><span class="mute cut">in Cowork</span></span><span class="cell span" role="gridcell" aria-colspan="3"><span class="mute">${countWords(line.shown)}</span></span><span class="cell by" role="gridcell"><span class="rule mute">${sentence}</span></span></div>`;
}

/** Renders one line of the table. */
export function renderLine(answer: EffectiveAnswer, line: Line, withServer: boolean): Html {
  switch (line.kind) {
    case 'group':
      return groupLine(answer.files, line);
    case 'state':
      return stateLine(line);
    case 'fold':
      return foldLine(line);
    case 'tool':
      return toolLine(answer.files, line, withServer);
    case 'off':
      return renderOff(answer, line);
    case 'detail':
      return renderDetail(answer, line);
  }
}
