// The page that shows where a plugin works, by itself: all states, three themes, wide and narrow, and by keyboard.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { openBrowser, root } from '../../../scripts/workbench.mjs';
import { assertClearInThemes } from '../support/accessibility.mjs';
import { postTo, renew, servePanel } from '../support/panel.mjs';

const { berthDesk, edited, noParts, oldFleet } = await import(path.join(root, 'dist-test/ui/surfacesAnswer.mjs'));

let panel;
let browser;
let page;
before(async () => {
  panel = await servePanel('surfaces');
  // The page's own content security policy would block axe.
  const { browser: opened, context } = await openBrowser({ bypassCSP: true, reducedMotion: 'reduce' });
  browser = opened;
  page = await context.newPage();
});
after(async () => {
  await browser?.close();
  await panel?.close();
});
// A page of its own for each test would take longer than most tests: each gets the same one, as if it were new.
beforeEach(() => renew(page));

const post = (message) => postTo(page, message);
const send = (answer) => post({ type: 'shown', answer });
const posted = () => page.evaluate(() => window.posted.filter(({ type }) => type !== 'ready'));
const toggle = (title) => page.getByRole('button', { name: new RegExp(`^${title} \\d+$`) });
/** Returns the row of a type of parts. */
const row = (title) => page.getByRole('row').filter({ has: toggle(title) });

/** Opens the page with a message of the editor. */
async function show(message, width = 1280) {
  await page.setViewportSize({ width, height: 900 });
  await page.goto(panel.url);
  await post(message);
  await page.getByRole('heading', { level: 1 }).waitFor();
}
const showAnswer = (answer, ...rest) => show({ type: 'shown', answer }, ...rest);

const states = [
  { name: 'default', message: { type: 'shown', answer: berthDesk } },
  { name: 'open', message: { type: 'shown', answer: berthDesk }, open: ['Skills', 'Hooks', 'Local servers'] },
  { name: 'old-fleet', message: { type: 'shown', answer: oldFleet } },
  { name: 'no-parts', message: { type: 'shown', answer: noParts } },
  { name: 'gone', message: { type: 'gone' } },
];
for (const { name, message, open = [] } of states) {
  for (const width of [1280, 760, 400]) {
    test(`${name} is clear to assistive technology in every theme, at ${width} px`, async () => {
      await show(message, width);
      for (const title of open) await toggle(title).click();
      await assertClearInThemes(page, { shot: (theme) => `surfaces-${name}-${theme}-${width}`, fullPage: true });
    });
  }
}

for (const width of [1280, 400]) {
  test(`the matrix is a table with headers, at ${width} px`, async () => {
    await showAnswer(berthDesk, width);
    const table = page.getByRole('table', { name: 'Parts of the plugin on each surface' });
    assert.equal(await table.getByRole('columnheader').count(), 9);
    assert.equal(await table.getByRole('rowheader').count(), berthDesk.groups.length);
    const cells = await row('Monitors').getByRole('cell').locator('.word').allTextContents();
    assert.deepEqual(cells, [
      'Does not work',
      'Does not work',
      'Does not work',
      'Does not work',
      'Works',
      'Does not work',
      'Does not work',
      'Does not work',
    ]);
  });
}

test('doubt is underlined and said', async () => {
  await showAnswer(berthDesk);
  await row('Agents')
    .getByRole('cell', { name: /^Does not work ?, our reading$/ })
    .first()
    .waitFor();
  assert.ok((await row('Agents').locator('.unsure').count()) > 0);
});

test('what is newer than the fleet says which release it needs', async () => {
  await showAnswer(oldFleet);
  await row('Skills').getByText('Needs 1.44121.4').waitFor();
  await page
    .getByText(/your minimum is 1\.24012\.0/)
    .first()
    .waitFor({ state: 'detached' });
  await toggle('Skills').click();
  await page.getByText('Needs 1.44121.4; your minimum is 1.24012.0.').waitFor();
});

test('a row opens by keyboard to its parts and notes, and stays open over an edit and a reload', async () => {
  await showAnswer(berthDesk);
  await toggle('Hooks').focus();
  await page.keyboard.press('Enter');
  assert.equal(await toggle('Hooks').getAttribute('aria-expanded'), 'true');
  await page.getByText(/Users report hooks that do not run/).waitFor();
  assert.match(await page.evaluate(() => document.activeElement?.textContent), /Hooks/);
  await send(edited);
  await page.getByRole('link', { name: 'Stop', exact: true }).waitFor();
  assert.match(await page.evaluate(() => document.activeElement?.textContent), /Hooks/);
  await page.reload();
  await send(edited);
  await page.getByRole('link', { name: 'Stop', exact: true }).waitFor();
  await toggle('Hooks').press(' ');
  assert.equal(await toggle('Hooks').getAttribute('aria-expanded'), 'false');
});

test('links open their file, and buttons ask the editor', async () => {
  await showAnswer(berthDesk);
  await toggle('Skills').click();
  await page.getByRole('link', { name: 'moor' }).click();
  await page.getByRole('button', { name: /^Plugin/ }).click();
  await page.getByRole('button', { name: /^Minimum version/ }).click();
  await page.getByRole('button', { name: 'Ask again' }).click();
  const [opened, ...commands] = await posted();
  assert.match(opened.place.uri, /skills\/moor\/SKILL\.md$/);
  assert.deepEqual(
    commands.map(({ command }) => command),
    ['choosePlugin', 'setFloor', 'refresh'],
  );
});

test('text from files is never markup', async () => {
  await showAnswer(JSON.parse(JSON.stringify(berthDesk).replaceAll('"moor"', '"<img src=x onerror=alert(1)>"')));
  await toggle('Skills').click();
  assert.equal(await page.locator('img').count(), 0);
});

test('a server that does not answer is told above what was known', async () => {
  await showAnswer(berthDesk);
  await post({ type: 'failed', message: 'It ended.' });
  await page.getByRole('alert').getByText('It ended.').waitFor();
  await send(berthDesk);
  await page.getByRole('alert').waitFor({ state: 'detached' });
});
