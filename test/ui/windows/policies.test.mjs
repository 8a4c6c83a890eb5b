// Policies of every format, by mouse and keyboard: JSON inside a string works like a JSON file.
import path from 'node:path';
import { after, before, test } from 'node:test';
import { writePolicies } from '../support/policies.mjs';
import { Workbench } from '../support/workbench.mjs';

let wb;
before(async () => {
  wb = await Workbench.open();
  writePolicies(wb.folder);
});
after(() => wb?.close());

/** Chooses the first row of a list that has `words`. */
async function choose(words) {
  await wb.page.locator('.quick-input-widget input').fill(words);
  await wb.page.locator('.quick-input-list .monaco-list-row').first().click();
}

for (const { file, word, mended } of [
  { file: 'fleet.mobileconfig', word: '"deny"', mended: /"assign_berth": "blocked"/ },
  { file: 'fleet.reg', word: 'deny', mended: /assign\\":\\"blocked\\"/ },
]) {
  test(`${file}: a wrong permission inside the JSON text is underlined and explained`, async () => {
    await wb.file(file);
    await wb.run('View: Toggle Word Wrap');
    await wb.editor.locator('.squiggly-error, .squiggly-warning').first().waitFor();
    await wb.hover(word);
    await wb.page.locator('.monaco-hover:visible', { hasText: 'blocked' }).waitFor();
    await wb.shot(`14-hover-${path.extname(file).slice(1)}`);
  });

  test(`${file}: permissions are offered inside the JSON text`, async () => {
    await (await wb.suggestion(word, 'blocked')).waitFor();
    await wb.shot(`15-completion-${path.extname(file).slice(1)}`);
    await wb.page.keyboard.press('Escape');
  });

  test(`${file}: the quick fix writes as the format demands`, async () => {
    const item = await wb.quickFix(word, /blocked/);
    await item.click();
    await wb.shows(mended);
  });
}

test('a new policy begins with what must be filled in, in the line ends that its format has', async () => {
  await wb.run('Plugboard: New Policy');
  await choose('vertex');
  await choose('standard');
  await choose('.reg');
  await wb.page.locator('.tab.active', { hasText: 'policy.reg' }).waitFor();
  await wb.shows(/inferenceVertexProjectId"="<your/);
  await wb.page.keyboard.type('harbour-ai');
  await wb.page.keyboard.press('Tab');
  await wb.page.keyboard.type('europe-west4');
  await wb.shows(/inferenceVertexRegion"="europe-west4"/);
  await wb.page.locator('.statusbar-item', { hasText: /^CRLF$/ }).waitFor();
  await wb.shot('16-new-policy');
});
