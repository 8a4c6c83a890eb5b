import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Host } from '../../../server/core/base/hosts.ts';
import { lintFiles, settings } from '../../support/lint.ts';
import type { Case, Level } from './verified/case.ts';
import { frontMatterCases } from './verified/frontMatter.ts';
import { hookCases } from './verified/hooks.ts';
import { layoutCases } from './verified/layout.ts';
import { manifestCases } from './verified/manifest.ts';
import { pathCases } from './verified/paths.ts';
import { serverCases } from './verified/servers.ts';

const sections = {
  manifest: manifestCases,
  'paths in the manifest': pathCases,
  servers: serverCases,
  hooks: hookCases,
  'front matter': frontMatterCases,
  layout: layoutCases,
};

/** For Cowork the plugin is in an org-plugins folder, for Claude Code in a folder of sources. */
const folders: Readonly<Record<Host, string>> = {
  'claude-code': 'sources/reviewer',
  'desktop-3p': 'org-plugins/reviewer',
};

function findings({ files, traits = {} }: Case, host: Host) {
  const below = <T>(map: Readonly<Record<string, T>>) =>
    Object.entries(map).map(([path, value]) => [`${folders[host]}/${path}`, value] as const);
  const texts = below(files).flatMap(([path, text]) => (text === null ? [] : [[path, text] as const]));
  const target = { ...settings.target, hosts: [host] };
  return lintFiles(Object.fromEntries(texts), { ...settings, target }, undefined, Object.fromEntries(below(traits)));
}

function check(each: Case, host: Host, expected: Level): void {
  const found = findings(each, host);
  const worst = (['error', 'warning'] as const).find((level) => found.some(({ severity }) => severity === level));
  const told = found.map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`).join('\n');
  assert.equal(worst ?? 'silent', expected, told || 'nothing was found');
  const loud = found.filter(({ severity }) => severity === 'error' || severity === 'warning');
  if (expected !== 'silent') assert.equal(loud.length, 1, `one mistake makes one message:\n${told}`);
}

for (const [section, cases] of Object.entries(sections)) {
  for (const each of cases) {
    const { title, app, ours = app, because, cowork = ours } = each;
    test(`${section}: ${title}: ${ours} in Claude Code`, () => {
      assert.ok(ours === app || because, 'nobody says why we differ from the app');
      check(each, 'claude-code', ours);
    });
    test(`${section}: ${title}: ${cowork} in Cowork`, () => check(each, 'desktop-3p', cowork));
  }
  test(`${section}: no two cases have one title`, () => {
    const titles = cases.map(({ title }) => title);
    assert.deepEqual(titles, [...new Set(titles)]);
  });
}
