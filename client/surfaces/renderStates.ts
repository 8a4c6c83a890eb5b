import { type Html, html, icon } from '../panel/html.ts';

/** The plugin exists but is empty. */
export const renderNoParts = (): Html =>
  html`<p class="nothing">${icon('info')} The plugin has no parts yet: no skills, commands, agents, hooks or servers.</p>`;

/** What the page cannot determine, and how it marks uncertainty. */
export const renderNotes = (): Html =>
  html`<ul class="notes"><li>${icon('info')}<span>Shows what each surface uses once the plugin is delivered and its files are valid. See the Problems view for errors in the files.</span></li><li>${icon('lightbulb')}<span>Words with a dotted underline are not documented.</span></li></ul>`;

/** The plugin no longer exists. */
export const renderGone = (): Html =>
  html`<section class="empty">${icon('extensions', 'large')}<h2>The plugin no longer exists</h2><p>Its folder no longer has a manifest, or was moved.</p><div class="buttons"><button class="button" data-run="choosePlugin">Choose another plugin…</button></div></section>`;

/** The server did not respond. */
export const renderFailed = (message: string): Html =>
  html`<section class="problem" role="alert">${icon('error', 'bad')}<div><h2>The language server does not respond</h2><p>${message}</p><div class="buttons"><button class="button" data-run="refresh">Ask again</button></div></div></section>`;
