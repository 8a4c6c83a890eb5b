import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visibleTexts } from '../../scripts/visibleTexts.mjs';
import { prose, withoutCode } from '../support/pages.ts';
import { refusals } from '../support/refusedWords.ts';
import { root } from '../support/root.ts';

test('the list covers every part of the program that shows texts', () => {
  const parts = new Set(visibleTexts(root).map(({ kind }) => kind.split(' ')[0]));
  for (const part of [
    'rule',
    'schema',
    'hint',
    'lens',
    'hover',
    'completion',
    'syntax',
    'diff',
    'effective',
    'surfaces',
  ])
    assert.ok(parts.has(part), part);
  for (const part of ['policy', 'cli', 'lsp', 'mcp', 'page', 'editor', 'package']) assert.ok(parts.has(part), part);
});

test('every text that users see reads at once', () => {
  assert.deepEqual(refusals(visibleTexts(root)), []);
});

test('apostrophes that users read are typographic', () => {
  const texts = visibleTexts(root).map(({ file, line, text }) => ({
    place: `${file}:${line}`,
    text: withoutCode(text),
  }));
  const straight = [...texts, ...prose()].filter(({ text }) => /\p{L}'\p{L}/u.test(text));
  assert.deepEqual(
    straight.map(({ place, text }) => `${place}: ${text}`),
    [],
  );
});
