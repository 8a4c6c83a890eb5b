// The page that shows where a plugin works, by itself: all states, three themes, wide and narrow, and by keyboard.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { openBrowser, root } from '../../scripts/workbench.mjs';
import { servePanel } from './support/panel.mjs';

const { berthDesk, edited, noParts, oldFleet } = await import(path.join(root, 'dist-test/ui/surfacesAnswer.mjs'));
const axe = fs.readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
const shots = path.join(root, 'test/ui/shots');

let panel;
let browser;
let context;
let page;
before(async () => {
  panel = await servePanel('surfaces');
  // The page's own content security policy would block axe.
  ({ browser, context } = await openBrowser({ bypassCSP: true, reducedMotion: 'reduce' }));
  fs.mkdirSync(shots, { recursive: true });
});
after(async () => {
  await browser?.close();
  await panel?.close();
});
beforeEach(async () => {
  await page?.close();
  page = await context.newPage();
});

const post = (message) => page.evaluate((sent) => window.postMessage(sent, '*'), message);
const send = (answer) => post({ type: 'shown', answer });
const posted = () => page.evaluate(() => window.posted.filter(({ type }) => type !== 'ready'));
const toggle = (title) => page.getByRole('button', { name: new RegExp(`^${title} \\d+$`) });
/** Returns the row of a type of parts. */
const row = (title) => page.getByRole('row').filter({ has: toggle(title) });

/** Opens the page in a theme, with a message of the editor. */
async function show(message, theme = 'dark', width = 1280) {
  await page.setViewportSize({ width, height: 900 });
  await page.goto(panel.url(theme));
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  await post(message);
  await page.getByRole('heading', { level: 1 }).waitFor();
}
const showAnswer = (answer, ...rest) => show({ type: 'shown', answer }, ...rest);

async function violations() {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(() => window.axe.run());
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`).join('\n  ')}`,
  );
}

const states = [
  { name: 'default', message: { type: 'shown', answer: berthDesk } },
  { name: 'open', message: { type: 'shown', answer: berthDesk }, open: ['Skills', 'Hooks', 'Local servers'] },
  { name: 'old-fleet', message: { type: 'shown', answer: oldFleet } },
  { name: 'no-parts', message: { type: 'shown', answer: noParts } },
  { name: 'gone', message: { type: 'gone' } },
];
for (const theme of ['dark', 'light', 'hc']) {
  for (const width of [1280, 760, 400]) {
    test(`every state is clear to assistive technology: ${theme}, ${width} px`, async () => {
      for (const { name, message, open = [] } of states) {
        await show(message, theme, width);
        for (const title of open) await toggle(title).click();
        await page.screenshot({ path: path.join(shots, `surfaces-${name}-${theme}-${width}.png`), fullPage: true });
        assert.deepEqual(await violations(), [], `${name} in ${theme} at ${width}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(wide <= 0, `${name} in ${theme} at ${width} scrolls sideways by ${wide} px`);
      }
    });
  }
}

for (const width of [1280, 400]) {
  test(`the matrix is a table with headers, at ${width} px`, async () => {
    await showAnswer(berthDesk, 'dark', width);
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
