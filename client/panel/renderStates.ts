import { type Html, html, icon, prose } from './html.ts';
import { labelOf, link } from './place.ts';
import { excerpt } from './tip.ts';
import type { EffectiveAnswer } from './types.ts';

/** No policy was found: what that means, and what to do. */
export const renderEmpty = (): Html =>
  html`<section class="empty">${icon('shield', 'large')}<h2>No policy found</h2><p>Without a policy, nothing is restricted: every built-in tool runs without a prompt, and users decide about all others.</p><div class="buttons"><button class="button" data-run="choosePolicy">Choose a policy file…</button><button class="button second" data-view="withoutPolicy">Show the tools without a policy</button></div><details open><summary>Searched in 2 places</summary><ul><li><span>Open folder</span><code>JSON files with policy keys</code></li><li><span>Setting</span><code>plugboard.policyFiles</code></li></ul></details><p class="mute">New to this? <a class="text" href="#" data-run="newPolicy">Create a policy from a template</a>.</p></section>`;

/** A file that cannot be parsed now. The rest shows its last readable version. */
export function renderUnreadable({ files, unreadable }: EffectiveAnswer, since: string | undefined): Html {
  const box = unreadable.map(({ uri, message, line, around }) => {
    const name = labelOf(files, uri);
    return html`<section class="problem" role="alert">${icon('error', 'bad')}<div><h2>${name} cannot be read</h2><p>Line ${line + 1}: ${prose(message.replace(/\.$/, ''))}. How a device treats a broken file is not documented, so no result is shown.</p>${excerpt(around.lines, line + 1)}<div class="buttons"><button class="button" data-open-line="${line}" data-uri="${uri}">${icon('go-to-file')}Open line ${line + 1}</button></div></div></section>`;
  });
  const from = since ? `, from ${since}` : '';
  return html`<div>${box}<p class="stale">${icon('history')}Below is the last version that could be read${from}. It updates again when the file is correct.</p></div>`;
}

/** The server did not respond. */
export const renderFailed = (message: string): Html =>
  html`<section class="problem" role="alert">${icon('error', 'bad')}<div><h2>The language server does not respond</h2><p>${message}</p><div class="buttons"><button class="button" data-run="refresh">Ask again</button></div></div></section>`;

/** Renders what applies to all tools: notes of the evaluation, and Code's own prompt. */
export function renderNotes(answer: EffectiveAnswer): Html {
  // The summary names what was lost.
  const said = answer.result.notes.filter(({ weight }) => weight !== 'lost');
  const notes = said.map(({ message, certainty, origin }) => {
    return html`<li>${icon(certainty === 'unknown' ? 'question' : 'info')}<span>${prose(message)} ${link(answer.files, origin)}</span></li>`;
  });
  const guesses = answer.guesses.map((guess) => html`<li>${icon('question')}<span>${prose(guess)}</span></li>`);
  return html`<ul class="notes" data-rove>${guesses}${notes}<li>${icon('info')}<span>Code does not apply Allow: the tool uses Claude Code’s own prompt. This is not counted as a difference.</span></li></ul>`;
}
