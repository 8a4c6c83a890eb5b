import type { CompareToolsAnswer } from '../../server/protocol.ts';
import { type Html, html, icon, prose } from './html.ts';
import { chip } from './renderChips.ts';

type Compared = Exclude<CompareToolsAnswer, { readonly problem: string }>;
type Group = Compared['groups'][number];
type Row = Group['rows'][number];
type Standing = Row['before'];

/** Title and actions of a comparison. */
export const renderCompareHead = (isDone: boolean): Html =>
  html`<header class="head"><h1>Compare effective tools</h1><div class="actions" role="toolbar" aria-label="Panel actions"><button class="button second" data-run="showTools" aria-label="Show effective tools">${icon('list-tree')}<span class="label">Show effective tools</span></button>${isDone && html`<button class="iconbutton" data-run="copyMarkdown" title="Copy as Markdown" aria-label="Copy as Markdown">${icon('copy')}</button><button class="iconbutton" data-run="saveJson" title="Save as JSON" aria-label="Save as JSON">${icon('save')}</button>`}</div></header>`;

/** Renders the two sides, each as a button that changes it. */
export function renderSides(answer: CompareToolsAnswer): Html {
  const sides = 'problem' in answer ? null : answer;
  const side = (which: 'before' | 'after') => {
    const name = sides?.[which];
    return chip({
      icon: answer.sides[which].is === 'revision' ? 'git-commit' : which === 'before' ? 'history' : 'git-branch',
      label: which === 'before' ? 'Before' : 'After',
      value: name?.name ?? '…',
      extra: name?.commit?.slice(0, 7) ?? '',
      run: which === 'before' ? 'compareBefore' : 'compareAfter',
    });
  };
  const swap = html`<button class="iconbutton" data-run="compareSwap" title="Swap the sides" aria-label="Swap the sides">${icon('arrow-swap')}</button>`;
  const target =
    sides &&
    html`<span class="chip still">${icon('versions')}<span class="mute">Minimum version</span> <b>${sides.target.minimumVersion}</b></span><span class="chip still">${icon('calendar')}<span class="mute">Date</span> <b>${sides.target.date.slice(0, 10)}</b></span>`;
  return html`<div class="chips" role="toolbar" aria-label="What is compared">${side('before')}${swap}${side('after')}${target}</div>`;
}

/** Renders icon and label of a state; something missing has no icon. */
function mark({ is, word, icon: sign, tone, address }: Standing, isStrong: boolean): Html {
  const name = html`<span class="word${isStrong ? ' strong' : ''}">${word}</span>`;
  if (is === 'missing' || is === 'absent') return html`<span class="state none">${name}</span>`;
  const where = address !== null && html`<code class="mute">${address}</code>`;
  return html`<span class="state tone-${tone} is-${is}">${icon(sign)}${name}${where}</span>`;
}

function place({ place: name, origin }: Row): Html | false {
  if (name === null) return false;
  const line = Number(name.split(':').at(-1)) - 1;
  const label = name.split('/').at(-1) ?? name;
  if (!origin) return html`<span class="ref mute" title="${name}">${label}</span>`;
  return html`<a class="ref" href="#" data-open="${JSON.stringify(origin)}" data-line="${line}">${label}</a>`;
}

function change(row: Row): Html {
  const quote = row.line
    ? html`<code class="${row.line.sign === '+' ? 'came' : 'went'}">${row.line.sign} ${row.line.text}</code>`
    : row.rule.isKey
      ? html`<code>${row.rule.text}</code>`
      : html`${row.rule.text}`;
  const risk = row.risk && html`<span class="tag tone-${row.risk.tone}">${icon('warning')}${row.risk.label}</span>`;
  return html`<div class="change" role="row"><span class="what" role="cell"><span class="server">${row.owner}</span><span class="toolname">${row.tools}</span>${risk}</span><span class="on" role="cell">${row.surfaces}</span><span class="from" role="cell">${mark(row.before, false)}${icon('arrow-right', 'mute')}<span class="hidden"> becomes </span>${mark(row.after, true)}</span><span class="cause" role="cell"><span class="quote">${quote}${place(row)}</span>${row.remark && html`<span class="remark">${row.remark}</span>`}</span></div>`;
}

function group({ title, meaning, icon: sign, tone, count, rows }: Group): Html {
  return html`<section class="changes" aria-label="${title}"><h2 class="tone-${tone}">${icon(sign)}${title} <span class="badge">${count}</span><span class="mute meaning">${meaning}</span></h2><div role="table" aria-label="${title}"><div role="row" class="hidden"><span role="columnheader">Tool</span><span role="columnheader">Surface</span><span role="columnheader">Before and after</span><span role="columnheader">Because of</span></div>${rows.map(change)}</div></section>`;
}

/** Renders the changes, the most dangerous first. */
export function renderCompare(answer: CompareToolsAnswer): Html {
  if ('problem' in answer) {
    return html`<section class="problem" role="alert">${icon('error', 'bad')}<div><h2>The two cannot be compared</h2><p>${answer.problem}</p><div class="buttons"><button class="button" data-run="compare">Choose other sides…</button></div></div></section>`;
  }
  const { groups, summary, isDangerous, notes } = answer;
  const [first, rest] = summary;
  const sign = isDangerous ? icon('warning', 'warn') : icon('pass', 'good');
  return html`<div><p class="verdict${isDangerous ? ' danger' : ''}" role="status">${sign}<span><b>${first}</b> <span class="mute">${rest}</span></span></p>${notes.length > 0 && html`<ul class="notes">${notes.map((note) => html`<li>${icon('question')}<span>${prose(note)}</span></li>`)}</ul>`}${groups.map(group)}<p class="foot"><button class="button" data-run="copyMarkdown">${icon('copy')}Copy as Markdown</button><span class="mute">for the pull request</span></p></div>`;
}
