// The packaged extension, by mouse and keyboard.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Workbench } from '../support/workbench.mjs';

const incidents = 'incident-kit/.mcp.json';
const manifest = 'incident-kit/.claude-plugin/plugin.json';
let wb;
before(async () => {
  wb = await Workbench.open();
});
after(() => wb?.close());

test('nothing stands in the way at the start', async () => {
  assert.equal(await wb.page.locator('.monaco-dialog-box').count(), 0);
  assert.equal(await wb.page.locator('.notification-toast').count(), 0);
});

test('a mistake is underlined, and stands among the problems', async () => {
  await wb.file(incidents);
  await wb.editor.locator('.squiggly-error, .squiggly-warning').first().waitFor();
  await wb.run('Problems: Focus on Problems View');
  await wb.problem('The key is `type`, not').waitFor();
  await wb.shot('01-problem');
});

test('a click on a problem leads to its characters', async () => {
  await wb.problem('The key is `type`, not').click();
  await wb.cursorOn(4);
});

test('hovering a mistake tells what is wrong and what to do', async () => {
  await wb.hover('"transport"');
  await wb.page.locator('.monaco-hover:visible', { hasText: 'is skipped' }).waitFor();
  await wb.shot('02-hover-problem');
});

test('the quick fix is one key away and mends it', async () => {
  const item = await wb.quickFix('"transport"', /type/);
  await wb.shot('03-quick-fix');
  await item.click();
  await wb.shows(/"pager": \{ "type": "http"/);
  await wb.problem('The key is `type`, not').waitFor({ state: 'detached' });
});

test('fix all mends a file in one go', async () => {
  await wb.file(manifest);
  await wb.editor.locator('.squiggly-error, .squiggly-warning').first().waitFor();
  await wb.run('Fix All');
  await wb.shows(/\["incident"\]/);
  await wb.shot('04-fix-all');
});

test('keys and values are completed', async () => {
  await wb.goTo(2, 26);
  await wb.page.keyboard.type('\n"inst');
  const suggestion = wb.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'installationPreference' });
  await suggestion.waitFor();
  await wb.shot('05-completion');
  await wb.page.keyboard.press('Escape');
});

test('a key of a policy is explained, and the outline names servers', async () => {
  await wb.file('policy.json');
  await wb.hover('isLocalDevMcpEnabled');
  await wb.page.locator('.monaco-hover:visible', { hasText: /local/i }).waitFor();
  await wb.shot('06-hover-key');
  await wb.run('Go to Symbol in Editor');
  await wb.page.keyboard.type('handbook');
  await wb.page.locator('.quick-input-list .monaco-list-row', { hasText: 'handbook' }).first().waitFor();
  await wb.shot('07-outline');
  await wb.page.keyboard.press('Escape');
});

test('the tree shows plugins, what is wrong with them and what is ignored', async () => {
  await wb.page.locator('.activitybar .action-item a[aria-label="Plugboard"]').click();
  await wb.row(/code-reviewer/).waitFor();
  await wb.row(/incident-kit.*(error|warning)/).waitFor();
  await wb.row(/sales-kit.*ignored/).waitFor();
  // A click on the name opens the manifest, which takes the focus, so a key afterwards could go to the editor.
  await wb
    .row(/code-reviewer/)
    .locator('.monaco-tl-twistie')
    .click();
  await wb.row(/Skills/).waitFor();
  await wb.shot('08-tree');
});

test('the panel shows the effective tool set, and a link leads to the deciding line', async () => {
  await wb.file('policy.json');
  await wb.run('Plugboard: Show Effective Tools');
  const row = wb.panel.getByRole('row', { name: /tag_page/ }).first();
  await row.waitFor();
  await wb.page.keyboard.press('Control+j');
  await row.click();
  await wb.panel.getByText('Which entry decides').waitFor();
  await wb.shot('09-panel');
  await wb.panel.locator('.detail .button', { hasText: 'Open line' }).click();
  await wb.cursorOn(18);
  await wb.shot('10-deciding-line');
});

test('by keyboard: down to a row, Space opens it, Enter goes to the deciding line', async () => {
  await wb.goTo(1, 1);
  const row = wb.panel.getByRole('row', { name: /read_\*|drop_page/ }).first();
  await row.focus();
  await wb.page.keyboard.press('Enter');
  await wb.cursorOn(19);
});

test('the panel follows an edit and keeps what is open', async () => {
  await wb.click('"tag_page": "allow"');
  await wb.goTo(18, 21);
  await wb.page.keyboard.press('Shift+End');
  await wb.page.keyboard.press('Delete');
  await wb.page.keyboard.insertText('"blocked",');
  await wb.panel
    .getByRole('row', { name: /tag_page.*Blocked/ })
    .first()
    .waitFor();
  await wb.panel.getByText('Which entry decides').waitFor();
  await wb.shot('11-panel-follows');
});

test('light and high contrast are as clear', async () => {
  for (const [theme, name, look] of [
    ['Light Modern', '12-light', 'vs'],
    ['Dark High Contrast', '13-high-contrast', 'hc-black'],
  ]) {
    await wb.run('Preferences: Color Theme');
    await wb.page.locator('.quick-input-widget input').fill(theme);
    await wb.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: theme }).waitFor();
    await wb.page.keyboard.press('Enter');
    await wb.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await wb.page.locator(`.monaco-workbench.${look}`).waitFor();
    await wb.shot(name);
  }
});
