// What assistive technology gets of a page, in every theme.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../../scripts/workbench.mjs';
import { useTheme } from './panel.mjs';

const axe = fs.readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
const shots = path.join(root, 'test/ui/shots');

/** The rules of axe that depend on colours. All others find the same in every theme, since a theme changes nothing but colours. */
const ofColours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** Returns what the rules of axe find in the page: all of them, or those that `runOnly` names. */
async function violations(page, runOnly) {
  const found = await page.evaluate(async (options) => {
    const { violations } = await window.axe.run({ resultTypes: ['violations'], ...options });
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, any }) => [html, any[0]?.message]) }));
  }, runOnly && { runOnly });
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(([html, message]) => `${html.slice(0, 160)} ${message ?? ''}`).join('\n  ')}`,
  );
}

/**
 * Asserts that an open page has no violation and does not scroll sideways, in each theme. `shot` names the picture of a theme,
 * which is taken when `SHOTS` is set. With `LONG`, every rule is asked in every theme.
 */
export async function assertClearInThemes(page, { shot, fullPage }) {
  await page.evaluate(axe);
  for (const theme of ['dark', 'light', 'hc']) {
    await useTheme(page, theme);
    if (process.env.SHOTS) await page.screenshot({ path: path.join(shots, `${shot(theme)}.png`), fullPage });
    const runOnly = theme === 'dark' || process.env.LONG ? undefined : ofColours;
    assert.deepEqual(await violations(page, runOnly), [], `${theme} theme`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(wide <= 0, `scrolls sideways by ${wide} px in the ${theme} theme`);
  }
}
