// What assistive technology gets of a page, in every theme.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../../scripts/workbench.mjs';
import { useTheme } from './panel.mjs';

const axe = fs.readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
const shots = path.join(root, 'test/ui/shots');

/** Returns what every rule of axe finds in the page. */
async function violations(page) {
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run({ resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, any }) => [html, any[0]?.message]) }));
  });
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(([html, message]) => `${html.slice(0, 160)} ${message ?? ''}`).join('\n  ')}`,
  );
}

/** Asserts that an open page has no violation and does not scroll sideways, in each theme. `shot` names the picture of a theme, which is taken when `SHOTS` is set. */
export async function assertClearInThemes(page, { shot, fullPage }) {
  await page.evaluate(axe);
  for (const theme of ['dark', 'light', 'hc']) {
    await useTheme(page, theme);
    if (process.env.SHOTS) await page.screenshot({ path: path.join(shots, `${shot(theme)}.png`), fullPage });
    assert.deepEqual(await violations(page), [], `${theme} theme`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(wide <= 0, `scrolls sideways by ${wide} px in the ${theme} theme`);
  }
}
