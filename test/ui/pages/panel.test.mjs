// The panel's page by itself: all states, three themes, wide and narrow, by keyboard, and the accessibility tree.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { openBrowser, root } from '../../../scripts/workbench.mjs';
import { assertClearInThemes } from '../support/accessibility.mjs';
import { postTo, renew, servePanel } from '../support/panel.mjs';

const { answer, broken, closed, compared, manyTools, notCompared, nothing, pack, whatIf } = await import(
  path.join(root, 'dist-test/ui/effectiveAnswer.mjs')
);

let panel;
let browser;
let page;
before(async () => {
  panel = await servePanel();
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

const tell = (message) => postTo(page, message);
const send = (shown, comparison = null) => tell({ type: 'shown', shown: pack(shown), compared: comparison });

/** Opens the page with an answer. */
async function show(shown, width = 1200) {
  await page.setViewportSize({ width, height: 900 });
  await page.goto(panel.url);
  await send(shown);
  await page.locator('.columns, .empty').first().waitFor();
}

/** Hovers over a link until its lines are shown. */
async function tipOn(link) {
  if ((await link.count()) === 0) return;
  await link.hover();
  await page.waitForFunction(() => window.posted.some(({ type }) => type === 'lines'));
  const { of } = await page.evaluate(() => window.posted.find(({ type }) => type === 'lines'));
  const number = of.line + 1;
  const lines = [-2, -1, 0, 1, 2].map((by) => ({ number: number + by, text: `  "line_${number + by}": "ask",` }));
  await tell({ type: 'lines', of, lines: { label: 'policy.json', lines } });
  await page.locator('.tip').waitFor();
}

const row = (name) =>
  page.locator('.row.tool', { has: page.locator('.toolname', { hasText: new RegExp(`^${name}$`) }) });
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-id'));
const posted = () => page.evaluate(() => window.posted.filter(({ type }) => type !== 'ready'));
/** Presses the keys of a name in one go: a pause between two of them, as a busy machine makes it, begins another name. */
const typeAhead = (name) =>
  page.evaluate((keys) => {
    for (const key of keys)
      document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }, name);
const names = () => page.locator('.row.tool .toolname').allTextContents();

/** Opens the section on reach, with everything in it. */
async function openReach() {
  await page.getByRole('button', { name: 'What Claude can reach' }).click();
  await page.getByRole('button', { name: /minor settings? at/ }).click();
}

const states = [
  { name: 'default', shown: answer },
  { name: 'open', shown: answer, open: true },
  { name: 'off', shown: answer, off: true },
  { name: 'by-state', shown: answer, byState: true },
  { name: 'closed-tab', shown: closed },
  { name: 'reach', shown: answer, reach: true },
  { name: 'tip', shown: answer, tip: true },
  { name: 'what-if', shown: whatIf },
  { name: 'many', shown: manyTools(5000) },
  { name: 'compare', shown: answer, compare: compared },
  { name: 'not-compared', shown: answer, compare: notCompared },
  { name: 'empty', shown: nothing },
  { name: 'unreadable', shown: broken },
];
for (const { name, shown, open, off, byState, reach, tip, compare } of states) {
  for (const width of [1200, 400]) {
    test(`${name} is clear to assistive technology in every theme, at ${width} px`, async () => {
      await show(shown, width);
      if (open) await row('tag_page').click();
      if (off) await page.locator('.row.group', { hasText: 'warehouse' }).click();
      if (reach) await openReach();
      if (byState) await page.getByRole('radio', { name: 'State' }).click();
      if (compare) await send(shown, compare);
      if (compare) await page.locator('.changes, .problem').first().waitFor();
      if (tip) await tipOn(page.locator('.ref[data-line]:visible').first());
      const fullPage = name !== 'many' && name !== 'tip';
      await assertClearInThemes(page, { shot: (theme) => `panel-${name}-${theme}-${width}`, fullPage });
    });
  }
}

test('cells tell surface, state and doubt', async () => {
  await show(answer);
  for (const name of [/^Cowork: ?Allow ?, our reading$/, /^Code: ?Ask$/, /^Chat: ?Ask$/]) {
    await row('tag_page').getByRole('gridcell', { name }).waitFor();
  }
});

test('the summary names what was lost and what may approve, and reach says level, tabs and place', async () => {
  await show(answer);
  const brief = page.getByRole('region', { name: 'Summary' });
  await brief.getByText('Server customs does not run: The URL is http; https is required.').waitFor();
  await brief.getByText('may see, change and allow every tool call in Code').waitFor();
  const reach = page.getByRole('region', { name: 'What Claude can reach' });
  assert.equal(await reach.locator('.reachline').count(), 0, 'it is closed at first');
  await page.getByRole('button', { name: 'What Claude can reach' }).click();
  const hosts = reach.locator('.reachline', { hasText: 'Hosts that tools reach' });
  assert.match(
    await hosts.textContent(),
    /Limited.*2 hosts \(packages\.example, \*\.halden-port\.example\).*Cowork.*Code.*Chat/,
  );
  await hosts.locator('.ref').click();
  const opened = (await posted()).filter(({ type }) => type === 'open');
  assert.equal(opened.length, 1);
  await page.reload();
  await send(answer);
  await hosts.waitFor();
});

test('reach is one tab stop, and arrows move between its links', async () => {
  await show(answer);
  const fold = page.getByRole('button', { name: 'What Claude can reach' });
  await fold.focus();
  if ((await fold.getAttribute('aria-expanded')) === 'false') await page.keyboard.press('Enter');
  const reach = page.locator('section.reach');
  assert.equal(await reach.locator('[tabindex="0"]').count(), 1);
  await page.keyboard.press('ArrowDown');
  assert.match(await page.evaluate(() => document.activeElement?.className), /ref/);
  await page.keyboard.press('Home');
  assert.match(await page.evaluate(() => document.activeElement?.textContent), /What Claude can reach/);
});

test('the table is one tab stop, and arrows, Home, End and letters move in it', async () => {
  await show(answer);
  assert.equal(await page.locator('.table [tabindex="0"]').count(), 1);
  await page.locator('.table [tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  assert.equal(await focused(), 'builtin/Bash');
  await page.keyboard.press('End');
  assert.match(await focused(), /incident-kit/);
  await page.keyboard.press('Home');
  assert.equal(await focused(), 'builtin');
  await typeAhead('tag');
  assert.match(await focused(), /tag_page$/);
});

test('arrows open and close; inside, Escape leads back', async () => {
  await show(answer);
  await row('tag_page').focus();
  await row('tag_page').evaluate((element) => element.focus());
  await page.locator('.table [tabindex="0"]').focus();
  await typeAhead('tag');
  await page.keyboard.press('ArrowRight');
  assert.equal(await row('tag_page').getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Open line 20');
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Copy reasoning');
  await page.keyboard.press('Escape');
  assert.match(await focused(), /tag_page$/);
  await page.keyboard.press('ArrowLeft');
  assert.equal(await row('tag_page').getAttribute('aria-expanded'), 'false');
  await page.keyboard.press('ArrowLeft');
  assert.match(await focused(), /handbook$/);
  await page.keyboard.press(' ');
  assert.equal(await row('tag_page').count(), 0);
});

test('Enter and links open the deciding place', async () => {
  await show(answer);
  await page.locator('.table [tabindex="0"]').focus();
  await typeAhead('tag');
  await page.keyboard.press('Enter');
  await row('drop_page').locator('.ref').click();
  // Whoever clicks slowly rests on the link, which asks for its lines.
  const opened = (await posted()).filter(({ type }) => type !== 'lines');
  const starts = opened.map(({ type, origin }) => [type, origin.range.start]);
  assert.deepEqual(starts, [
    ['open', 190],
    ['open', 200],
  ]);
});

test('counts, toggles and search filter; a second press shows all again', async () => {
  await show(answer);
  const all = await names();
  await page.locator('.look', { hasText: 'differs' }).click();
  assert.deepEqual(await names(), ['tag_page']);
  await page.locator('.look', { hasText: 'differs' }).click();
  await page.locator('.count', { hasText: 'Blocked' }).first().click();
  assert.deepEqual(await names(), ['drop_page']);
  await page.locator('.count', { hasText: 'Blocked' }).first().click();
  await page.locator('.columns').click();
  await page.keyboard.press('/');
  await page.keyboard.type('tag_');
  assert.deepEqual(await names(), ['tag_page']);
  assert.equal(await page.getByRole('status').last().textContent(), '1 tool shown');
  await page.keyboard.press('Escape');
  assert.deepEqual(await names(), all);
});

test('an edit changes its cells and nothing else', async () => {
  await show(answer);
  await row('tag_page').click();
  await row('read_page').evaluate((element) => {
    element.dataset.mark = 'same';
    element.focus();
  });
  const text = JSON.stringify(answer).replaceAll(
    '"name":"drop_page","state":"blocked"',
    '"name":"drop_page","state":"ask"',
  );
  await send(JSON.parse(text));
  await row('drop_page').locator('.is-ask').first().waitFor();
  assert.equal(await page.locator('[data-mark=same]').count(), 1, 'rows that did not change are kept');
  assert.match(await focused(), /read_page$/);
  assert.equal(await row('tag_page').getAttribute('aria-expanded'), 'true');
  assert.equal(await row('drop_page').locator('.flash').count(), 3);
});

test('a reload keeps filters and what is open', async () => {
  await show(answer);
  await row('tag_page').click();
  await page.locator('.toggle', { hasText: 'Differs' }).click();
  await page.reload();
  await send(answer);
  await page.locator('.detail').waitFor();
  assert.deepEqual(await names(), ['tag_page']);
});

test('a server that is asked for is shown alone, whatever was filtered, with the keyboard on it', async () => {
  await show(answer);
  await page.locator('.look', { hasText: 'differs' }).click();
  const server = { name: 'handbook', layer: 'managed', plugin: null };
  await page.evaluate((message) => window.postMessage(message, '*'), { type: 'reveal', server });
  await page.locator('[data-id="managed::handbook"]:focus').waitFor();
  assert.equal(await page.getByRole('searchbox').inputValue(), 'handbook');
  const shown = await names();
  assert.ok(shown.includes('drop_page') && shown.includes('tag_page'), shown.join(', '));
  assert.ok(!shown.includes('Bash'));
  await page.keyboard.press('/');
  await page.keyboard.press('Escape');
  assert.ok((await names()).includes('Bash'));
});

test('of thousands of tools only those near the window are in the page', async () => {
  await show(manyTools(3000));
  const count = () => page.locator('.row[data-id]').count();
  assert.ok((await count()) < 200);
  await page.locator('.table [tabindex="0"]').focus();
  await page.keyboard.press('End');
  await typeAhead('tool_2999');
  assert.match(await focused(), /tool_2999$/);
  assert.ok((await count()) < 200);
  const index = Number(await row('tool_2999').getAttribute('aria-rowindex'));
  assert.ok(index > 3000, 'rows tell their place among all');
});

test('text from files is never markup', async () => {
  const evil = JSON.stringify(answer)
    .replaceAll('Replace the tags of a page', '<img src=x onerror=alert(1)>')
    .replaceAll('export_space', '<b>bold</b>');
  await show(JSON.parse(evil));
  await row('tag_page').click();
  assert.equal(await page.locator('.table img, .toolname b').count(), 0);
  assert.ok((await names()).includes('<b>bold</b>'));
});

test('the empty state offers a way on', async () => {
  await show(nothing);
  await page.getByRole('button', { name: 'Choose a policy file…' }).click();
  assert.deepEqual(await posted(), [{ type: 'run', command: 'choosePolicy' }]);
  await page.getByRole('button', { name: 'Show the tools without a policy' }).click();
  await row('Edit').waitFor();
});

test('a server that does not answer is told', async () => {
  await show(answer);
  await page.evaluate(() => window.postMessage({ type: 'failed', message: 'It ended.' }, '*'));
  await page.getByRole('alert').getByText('It ended.').waitFor();
});

test('resting on a link shows its line with two around, and Escape hides it', async () => {
  await show(answer);
  await tipOn(row('tag_page').locator('.ref').last());
  assert.equal(await page.locator('.tip .excerpt > span').count(), 5);
  assert.match(await page.locator('.tip .meant').textContent(), /line_20/);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.tip').count(), 0);
});

test('Alt and a click peeks', async () => {
  await show(answer);
  await row('drop_page')
    .locator('.ref')
    .click({ modifiers: ['Alt'] });
  assert.deepEqual(
    (await posted()).filter(({ type }) => type !== 'lines').map(({ type }) => type),
    ['peek'],
  );
});

test('a server that does not run tells why when it is opened', async () => {
  await show(answer);
  await page.locator('.row.group', { hasText: 'warehouse' }).click();
  await page.locator('.detail').getByText('The URL is http; https is required').waitFor();
});

test('a plugin filters the table', async () => {
  await show(answer);
  await page.getByLabel('Filter by plugin').selectOption('code-reviewer');
  assert.deepEqual(await names(), ['post_review']);
});

test('chips ask for what would be, and lead back', async () => {
  await show(whatIf);
  assert.equal(await page.locator('.chip.whatif').count(), 2);
  await page.getByText('users had installed finance-helper and the minimum version were 1.24012.0').waitFor();
  await page.getByRole('button', { name: 'Back to the real sources' }).click();
  await page.getByRole('button', { name: /^Date/ }).click();
  assert.deepEqual(
    (await posted()).map(({ command }) => command),
    ['realSources', 'chooseDate'],
  );
});

test('a comparison takes the place of the tools, survives a reload, and leads back', async () => {
  await show(answer);
  await send(answer, compared);
  await page.getByRole('heading', { name: 'Compare effective tools' }).waitFor();
  assert.deepEqual(
    await page
      .locator('.changes h2')
      .evaluateAll((all) => all.map(({ firstChild }) => firstChild.nextSibling.data.trim())),
    ['Looser', 'Newly active', 'Redirected', 'Reach', 'Stricter', 'Gone'],
  );
  await page.locator('.change').first().locator('.ref').click();
  await page.locator('.foot').getByRole('button', { name: 'Copy as Markdown' }).click();
  await page.getByRole('button', { name: 'Show effective tools' }).click();
  assert.deepEqual(
    (await posted()).filter(({ type }) => type !== 'lines').map(({ type, command }) => command ?? type),
    ['open', 'copyMarkdown', 'showTools'],
  );
  await page.reload();
  const ready = await page.evaluate(() => window.posted.find(({ type }) => type === 'ready'));
  assert.deepEqual(ready.sides, compared.sides);
  await send(answer);
  await row('Edit').waitFor();
});

/**
 * Sends the answer that `window.text` holds, with this state in the place of all, and waits until the page is rendered.
 * Returns how long that took, in milliseconds, and how many rows were created.
 */
const draw = (state) =>
  page.evaluate(async (wanted) => {
    const shown = JSON.parse(window.text.replaceAll(/"state":"(?:ask|blocked)"/g, `"state":"${wanted}"`));
    let rows = 0;
    const count = (records) => {
      for (const { addedNodes } of records)
        rows += [...addedNodes].filter((node) => node instanceof HTMLElement && node.dataset.id !== undefined).length;
    };
    const observer = new MutationObserver(count);
    observer.observe(document.querySelector('.table'), { childList: true, subtree: true });
    const started = performance.now();
    const drawn = new Promise((resolve) => {
      window.addEventListener('message', () => requestAnimationFrame(() => resolve(performance.now())), { once: true });
    });
    window.postMessage({ type: 'shown', shown, compared: null }, '*');
    const took = (await drawn) - started;
    count(observer.takeRecords());
    observer.disconnect();
    return { took, rows };
  }, state);

test('of 5,000 tools an edit draws only those near the window, and only those that changed', async () => {
  const shown = manyTools(5000);
  await show(shown);
  const times = [];
  await page.evaluate((text) => Object.assign(window, { text }), JSON.stringify(pack(shown)));
  for (let turn = 0; turn < 12; turn++) {
    const state = turn % 2 ? 'ask' : 'allow';
    const { took, rows } = await draw(state);
    times.push(took);
    assert.ok(rows > 10 && rows < 200, `${rows} rows`);
    assert.equal((await draw(state)).rows, 0);
  }
  const p95 = times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)];
  console.log(`# page, 5,000 tools: p95 ${p95.toFixed(0)} ms`);
});
