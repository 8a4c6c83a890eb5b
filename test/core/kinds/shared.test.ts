import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeholderSlips } from '../../../server/core/kinds/shared/texts/placeholders.ts';
import { leaves, rootPaths } from '../../../server/core/kinds/shared/texts/rootPaths.ts';

const slips: [text: string, bare: boolean, found: string[]][] = [
  ['${CLAUDE_PLUGIN_ROOT}/a', false, []],
  ['${CLAUDE_PLUGIN_DATA}/a', false, []],
  ['${CLAUDE_PROJECT_DIR}/a', false, []],
  ['${CLAUDE_PLUGIN_ROT}/a', false, ['${CLAUDE_PLUGIN_ROT} → ${CLAUDE_PLUGIN_ROOT}']],
  ['${CLAUDE_PLUGIN_DTA}/a', false, ['${CLAUDE_PLUGIN_DTA} → ${CLAUDE_PLUGIN_DATA}']],
  ['${claude_plugin_root}/a', false, ['${claude_plugin_root} → ${CLAUDE_PLUGIN_ROOT}']],
  ['${PLUGIN_ROOT}/a', false, ['${PLUGIN_ROOT} → ${CLAUDE_PLUGIN_ROOT}']],
  ['PLUGIN_ROOT=/x; ${PLUGIN_ROOT}/a', false, []],
  ['${CURSOR_PLUGIN_ROOT:-${CLAUDE_PLUGIN_ROOT}}/a', false, []],
  ['$CLAUDE_PLUGIN_ROOT/a', false, []],
  ['$CLAUDE_PLUGIN_ROOT/a', true, ['$CLAUDE_PLUGIN_ROOT → ${CLAUDE_PLUGIN_ROOT}']],
  ['${HOME}/a and ${API_KEY}', true, []],
  ['${toString}', true, []],
  ['$toString', true, []],
];

for (const [text, bare, found] of slips) {
  test(`placeholders in ${JSON.stringify(text)}${bare ? ', read by no shell' : ''}`, () => {
    const actual = placeholderSlips(text, 10, { bare });
    assert.deepEqual(
      actual.map(({ written, meant }) => `${written} → ${meant}`),
      found,
    );
    for (const { range, written } of actual) assert.equal(text.slice(range.start - 10, range.end - 10), written);
  });
}

const paths: [raw: string, form: 'shell' | 'argument', found: { path: string; quoted: boolean }[]][] = [
  ['bash ${CLAUDE_PLUGIN_ROOT}/a.sh --x', 'shell', [{ path: 'a.sh', quoted: false }]],
  ['bash \\"${CLAUDE_PLUGIN_ROOT}/a b.sh\\" --x', 'shell', [{ path: 'a b.sh', quoted: true }]],
  ["bash '${CLAUDE_PLUGIN_ROOT}/a b.sh'", 'shell', [{ path: 'a b.sh', quoted: true }]],
  ['sh -c \\"cd x && ${CLAUDE_PLUGIN_ROOT}/a.sh && y\\"', 'shell', [{ path: 'a.sh', quoted: true }]],
  ['${CLAUDE_PLUGIN_ROOT}\\\\hooks\\\\a.ps1', 'argument', [{ path: 'hooks/a.ps1', quoted: false }]],
  ['${CLAUDE_PLUGIN_ROOT}/a b/c.js', 'argument', [{ path: 'a b/c.js', quoted: false }]],
  [
    '${CLAUDE_PLUGIN_ROOT}/a;${CLAUDE_PLUGIN_ROOT}/b',
    'shell',
    [
      { path: 'a', quoted: false },
      { path: 'b', quoted: false },
    ],
  ],
  ['${CLAUDE_PLUGIN_ROOT}/$NAME.sh', 'shell', []],
  ['${CLAUDE_PLUGIN_ROOT}/*.sh', 'shell', []],
  ['${CLAUDE_PLUGIN_ROOT}', 'argument', []],
];

for (const [raw, form, found] of paths) {
  test(`paths of the plugin in ${raw} (${form})`, () => {
    const actual = rootPaths(raw, 0, form);
    assert.deepEqual(
      actual.map(({ path, quoted }) => ({ path, quoted })),
      found,
    );
  });
}

test('a path leaves its folder only when it ends up outside', () => {
  assert.deepEqual(['a/../b', 'a/b/../../c', './a', ''].map(leaves), [false, false, false, false]);
  assert.deepEqual(['../a', 'a/../../b', './../a'].map(leaves), [true, true, true]);
});
