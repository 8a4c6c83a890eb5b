// Suppressing a finding, by the quick fix key and the box that asks for the reason.
import { after, before, test } from 'node:test';
import { Workbench } from '../support/workbench.mjs';

const incidents = 'incident-kit/.mcp.json';
let wb;
before(async () => {
  wb = await Workbench.open();
});
after(() => wb?.close());

test('a finding is ignored with a reason, and is gone', async () => {
  await wb.file(incidents);
  await wb.editor.locator('.squiggly-error, .squiggly-warning').first().waitFor();
  await wb.run('Problems: Focus on Problems View');
  await wb.problem('The key is `type`, not').waitFor();
  const item = await wb.quickFix('"transport"', /^\s*Ignore .* with a reason…/);
  await wb.shot('30-ignore');
  await item.click();
  const box = wb.page.locator('.quick-input-widget input');
  await box.waitFor();
  await wb.page.keyboard.press('Enter');
  await wb.page.locator('.quick-input-widget', { hasText: 'Enter a reason.' }).waitFor();
  await box.fill('A tool of ours reads it.');
  await wb.page.keyboard.press('Enter');
  await wb.problem('The key is `type`, not').waitFor({ state: 'detached' });
});

test('its entry stands in the settings, where the rule is explained', async () => {
  await wb.file('.plugboard.json');
  await wb.shows(/"reason": "A tool of ours reads it\."/);
  await wb.hover('mcp/transport-instead-of-type');
  await wb.page.locator('.monaco-hover:visible', { hasText: 'mcp/transport-instead-of-type' }).waitFor();
  await wb.shot('31-settings');
});
