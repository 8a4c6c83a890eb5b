import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hover } from '../../../server/core/features/hover.ts';
import { viewOf } from '../../../server/core/lint/workspaceView.ts';
import { base, settings, workspaceOf } from '../../support/lint.ts';

const files = {
  'm/.claude-plugin/marketplace.json': JSON.stringify({
    name: 'm',
    owner: { name: 'o' },
    plugins: [
      { name: 'quay', source: './plugins/quay' },
      { name: 'gone', source: './plugins/gone' },
    ],
  }),
  'm/plugins/quay/.claude-plugin/plugin.json': '{ "name": "quay", "version": "1.0.0" }',
  'm/plugins/quay/skills/moor/SKILL.md': '---\ndescription: Moors\n---\nMoor.',
  'm/plugins/quay/agents/a_b.md': '---\nname: a_b\ndescription: d\n---\nA.',
  'bare/.claude-plugin/plugin.json': '{ "name": "bare" }',
};

/** Returns the hover at the first occurrence of `word` in a file. */
function card(path: string, word: string): string {
  const workspace = workspaceOf(files);
  const document = workspace.get(`${base}/${path}`);
  assert.ok(document);
  const context = { workspace: viewOf(workspace, new Set()), target: settings.target };
  return hover(document, document.text.indexOf(word) + 1, context)?.markdown ?? '';
}

test('the name in a manifest tells in a line for each surface whether the plugin works', () => {
  const [head, table] = card('m/plugins/quay/.claude-plugin/plugin.json', 'quay').split('\n\n');
  assert.equal(head, '**quay**: where it works');
  assert.deepEqual(table?.split('\n'), [
    '| | |',
    '|---|---|',
    '| Cowork | ✓ Works |',
    '| Chat | ◐ Partly: 1 skill works; 1 agent does not *(our reading)* |',
    '| Code | ✓ Works |',
    '| Standard Cowork | ✓ Works |',
    '| Claude Code CLI | ✓ Works |',
    '| VS Code extension | ✓ Works |',
    '| Code in the cloud | ✓ Works |',
    '| claude.ai | ◐ Partly: 1 skill works; 1 agent does not *(our reading)* |',
  ]);
});

test('the name of an entry in a marketplace tells the same', () => {
  const own = card('m/plugins/quay/.claude-plugin/plugin.json', 'quay').split('\n\n---\n\n')[0];
  assert.equal(card('m/.claude-plugin/marketplace.json', 'quay').split('\n\n---\n\n')[0], own);
});

test('other keys, plugins that are not there and plugins without parts have no such card', () => {
  assert.doesNotMatch(card('m/plugins/quay/.claude-plugin/plugin.json', '1.0.0'), /where it works/);
  assert.doesNotMatch(card('m/.claude-plugin/marketplace.json', 'gone'), /where it works/);
  assert.doesNotMatch(card('bare/.claude-plugin/plugin.json', 'bare'), /where it works/);
});
