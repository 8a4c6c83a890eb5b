import assert from 'node:assert/strict';
import { test } from 'node:test';
import { certainties } from '../../server/core/vocabulary/certainties.ts';
import {
  formats,
  policyFormats,
  profileNames,
  profileTerms,
  providerNames,
  providers,
} from '../../server/core/vocabulary/policyNames.ts';
import { reachTerms, summaryParts } from '../../server/core/vocabulary/reach.ts';
import { type Reason, reasons, serverStates } from '../../server/core/vocabulary/reasons.ts';
import { rules } from '../../server/core/vocabulary/rules.ts';
import { states, type ToolState } from '../../server/core/vocabulary/states.ts';
import type { Term } from '../../server/core/vocabulary/term.ts';
import { type Face, facesOf } from '../support/faces.ts';
import { holdGenerated } from '../support/generated.ts';
import { reasonScenes, type Scene, serverScenes, stateScenes } from './vocabularyScenes.ts';

const ofComparison: readonly Face[] = ['diff', 'comment', 'compare tab'];
const faces: readonly Face[] = [
  'effective',
  'effective, Markdown',
  ...ofComparison,
  'lens',
  'hover',
  'hint',
  'tree',
  'panel',
];

const terms = [states, serverStates, reasons].flatMap((each) => Object.values(each));
const labels = [...new Set(terms.map(({ label }) => label))];

/** Returns all labels in a text, in any case. The longest is matched first, since one may be part of another. */
function labelsIn(text: string): string[] {
  let rest = text;
  const byLength = labels.toSorted((a, b) => b.length - a.length);
  return byLength.filter((label) => {
    const before = rest;
    rest = rest.replaceAll(new RegExp(`(?<![\\w-])${label}(?![\\w-])`, 'gi'), '');
    return rest !== before;
  });
}

/** Hints show only what the lines do not: what asks, what is removed, what has no effect. */
const withHint = ['invalid-entry', 'managed-mcp.json', 'ask', 'cc-prompt', 'blocked', 'removed', 'absent'];

/** Whether a face can show a state at all. */
function speaks(face: Face, id: string, { of: { server, layer, tool, surface } }: Scene): boolean {
  // No file here defines it, and a comparison shows its tools.
  if (id === 'not-in-workspace') return ['effective', 'effective, Markdown', 'panel'].includes(face);
  // Removed items have no row.
  if (id === 'missing') return ofComparison.includes(face);
  // A comparison only distinguishes running servers from others, signed in or not; something absent on both sides, or never
  // running on a surface, did not change.
  if (ofComparison.includes(face)) return !['needs-sign-in', 'absent', 'not-in-chat'].includes(id);
  if (face === 'tree') return layer === 'plugin' && tool === null && surface === 'cowork';
  if (face === 'hint') return withHint.includes(id);
  // No open file defines an extension or a built-in tool.
  if (face === 'lens') return layer !== 'extension' && server !== null;
  if (face === 'hover') return layer !== 'extension' && id !== 'absent';
  return true;
}

type Row = readonly [id: string, label: string, scene: Scene];
const rows: readonly Row[] = [
  ...Object.entries(stateScenes).map(([id, scene]): Row => [id, states[id as ToolState].label, scene]),
  ...Object.entries(serverScenes).map(([id, scene]): Row => {
    return [id, serverStates[id as keyof typeof serverScenes].label, scene];
  }),
  ...Object.entries(reasonScenes).map(([id, scene]): Row => [id, reasons[id as Reason].label, scene]),
];

const said = rows.map(([id, label, scene]) => {
  const all = facesOf(scene.of, scene.now, scene.before);
  const words = faces.flatMap((face) => {
    const text = all[face];
    return text === undefined ? [] : [[face, labelsIn(text).join(' and ')] as const];
  });
  return { id, label, scene, words: Object.fromEntries(words) };
});

for (const { id, label, scene, words } of said) {
  test(`${id} is called ${label} on every face`, () => {
    const expected = faces.filter((face) => speaks(face, id, scene)).map((face) => [face, label] as const);
    assert.deepEqual(words, Object.fromEntries(expected));
  });
}

const table = (heads: readonly string[], lines: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const code = (text: string): string => `\`${text}\``;
const names = { server: 'crane', plugin: 'kit', key: 'allowedPluginMcpServers' };

const termTable = (of: Readonly<Record<string, Term>>): string =>
  table(
    ['Id', 'Label', 'Meaning', 'Colour', 'Icon'],
    Object.entries(of).map(([id, { label, sentence, tone, icon }]) => [code(id), label, sentence, tone, icon]),
  );
const reasonTable = table(
  ['Id', 'Label', 'Sentence', 'Mistake', 'Colour', 'Icon'],
  Object.entries(reasons).map(([id, { label, sentence, isMistake, tone, icon }]) => {
    return [code(id), label, sentence(names), isMistake ? '✓' : '', tone, icon];
  }),
);
const ruleTable = table(
  ['Kind', 'Label', 'Meaning'],
  Object.entries(rules).map(([id, { label, isKey, sentence }]) => {
    return [code(id), label === null ? 'its key' : isKey ? code(label) : label, sentence];
  }),
);
const certaintyTable = table(
  ['Id', 'Label', 'Meaning', 'Mark'],
  Object.entries(certainties).map(([id, { label, sentence, doubt }]) => [code(id), label, sentence, doubt ?? '']),
);

const page = `# Vocabulary

What Plugboard calls states, reasons, rules, levels of reach and certainties. The words are data in \`server/core/vocabulary\`, and every face reads them there. This page is made of them and of what the faces say about real policies and plugins:
\`UPDATE=1 node scripts/ring.mjs core vocabulary\`.

## States of a tool

${termTable(states)}

## States of a server or plugin

${termTable(serverStates)}

## Reasons why a server or plugin is inactive

*Mistake*: most likely not what the author of the file meant; the others are decisions.

${reasonTable}

## Rules that decide a tool

${ruleTable}

## Levels of reach

${termTable(reachTerms)}

## Parts of the summary

${termTable(summaryParts)}

## Certainties

${certaintyTable}

## What each face says

One word each, read from what the face shows for a real device. A cell is empty where the face does not show such a row. No rule of the app makes a user’s server or an extension take precedence over another server, so
\`shadowed-by:user\` and \`shadowed-by:extension\` do not occur.

${table(
  ['Id', ...faces],
  said.map(({ id, words }) => [code(id), ...faces.map((face) => words[face] ?? '')]),
)}
`;

test('docs/contributing/vocabulary.md shows the words, and what the faces say', () =>
  holdGenerated('docs/contributing/vocabulary.md', page, 'node scripts/ring.mjs core vocabulary'));

test('a label fits a cell, and no two states of a tool share one', () => {
  for (const label of labels) assert.match(label, /^[A-Z][a-z -]{2,12}$/);
  const ofTools = Object.values(states).map(({ label }) => label);
  assert.equal(new Set(ofTools).size, ofTools.length);
});

test('a sentence begins with a capital and leaves the full stop to the face', () => {
  const plain = [states, serverStates, rules, certainties].flatMap((each) => Object.values(each));
  const ofReasons = Object.values(reasons).map(({ sentence }) => sentence(names));
  for (const text of [...plain.map(({ sentence }) => sentence), ...ofReasons])
    assert.match(text, /^[A-Za-z].*[^.]$/, text);
});

test('the editor offers every format, profile and provider that the server knows', () => {
  assert.deepEqual(Object.keys(formats), [...policyFormats]);
  assert.deepEqual(Object.keys(profileTerms), [...profileNames]);
  assert.deepEqual(Object.keys(providers), [...providerNames]);
});
