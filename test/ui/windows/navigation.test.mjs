// Go to definition, and rename: by mouse and keyboard.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { writeHarbour } from '../support/harbour.mjs';
import { Workbench } from '../support/workbench.mjs';

const agent = 'harbour/agents/pilot.md';
let wb;
let plugin;
before(async () => {
  wb = await Workbench.open({ prepare: writeHarbour });
  plugin = path.join(wb.folder, 'org-plugins/harbour');
});
after(() => wb?.close());

const read = (name) => fs.readFileSync(path.join(plugin, name), 'utf8');
const until = async (what, isSo) => {
  for (let tries = 0; !isSo(); tries++) {
    assert.ok(tries < 100, what);
    await wb.page.waitForTimeout(100);
  }
};

test('F12 on the name of a skill leads into its file', async () => {
  await wb.file(agent);
  await wb.click('read-tides]');
  // The extension has only started to activate.
  const tab = wb.page.locator('.tab.active', { hasText: 'SKILL.md' });
  for (let tries = 0; tries < 30 && !(await tab.isVisible()); tries++) {
    await wb.page.keyboard.press('F12');
    await wb.page.waitForTimeout(1000);
  }
  await tab.waitFor();
  await wb.shot('20-definition');
});

test('every place that names a skill is listed', async () => {
  await wb.click('name: read-tides');
  await wb.page.keyboard.press('End');
  await wb.page.keyboard.press('Shift+F12');
  await wb.page.locator('.peekview-widget .ref-tree', { hasText: 'pilot.md' }).waitFor();
  await wb.shot('21-references');
  await wb.page.keyboard.press('Escape');
});

test('a rename asks with the name that is there, shows what it changes, and takes the folder along', async () => {
  await wb.click('name: read-tides');
  await wb.page.keyboard.press('End');
  await wb.page.keyboard.press('F2');
  const input = wb.page.locator('.rename-box input');
  await input.waitFor();
  assert.equal(await input.inputValue(), 'read-tides');
  await input.fill('tide-table');
  await wb.page.keyboard.press('Control+Enter');
  await wb.page.locator('.bulk-edit-panel', { hasText: 'pilot.md' }).first().waitFor();
  await wb.shot('22-rename-preview');
  await wb.page.getByRole('button', { name: 'Apply', exact: true }).click();
  await until('the folder is renamed', () => fs.existsSync(path.join(plugin, 'skills/tide-table/SKILL.md')));
  // The edited file was moved, still unsaved.
  await wb.page.locator('.tab.active.dirty', { hasText: 'SKILL.md' }).waitFor();
  await wb.run('File: Save All');
  await until('the agent names it so', () => /skills: \[tide-table\]/.test(read('agents/pilot.md')));
  assert.match(read('agents/pilot.md'), /First \/tide-table, then/);
  await until('the skill is called so', () => /name: tide-table/.test(read('skills/tide-table/SKILL.md')));
  await wb.shot('23-renamed');
});

test('one step back and all is as it was', async () => {
  await wb.file(agent);
  await wb.click('skills: [');
  await wb.page.keyboard.press('Control+z');
  await until('the folder is back', () => fs.existsSync(path.join(plugin, 'skills/read-tides/SKILL.md')));
  await wb.shows(/skills: \[read-tides\]/);
});

test('a path is a link that opens its file', async () => {
  await wb.file(agent);
  const { x, y } = await wb.at('docs/chart.md');
  await wb.page.keyboard.down('Control');
  await wb.page.mouse.move(x, y);
  await wb.page.mouse.click(x, y);
  await wb.page.keyboard.up('Control');
  await wb.page.locator('.tab.active', { hasText: 'chart.md' }).waitFor();
});

test('what is defined anywhere is found by its name', async () => {
  await wb.page.keyboard.press('Control+t');
  await wb.page.locator('.quick-input-widget input').fill('#rdtides');
  await wb.page.locator('.quick-input-list .monaco-list-row', { hasText: 'read-tides' }).first().waitFor();
  await wb.shot('24-workspace-symbols');
  await wb.page.keyboard.press('Escape');
});
