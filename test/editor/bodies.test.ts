import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activate, behind, open, write } from './host.ts';

const skill = 'org-plugins/code-reviewer/skills/review-pr/SKILL.md';
const text = `---
description: Reviews a change. Use before a merge.
arguments: branch
---
Read \${CLAUDE_PLUGIN_ROOT}/agents/careful.md, compare $branch with $1 and ask \${CLAUDE_PLUGIN_ROOT}/.
`;

suite('bodies', () => {
  suiteSetup(activate);
  teardown(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  test('files are completed behind the folder of the plugin', async () => {
    const document = await open(skill);
    await write(document, text);
    const place = behind(document, 'ask ${CLAUDE_PLUGIN_ROOT}/');
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      place,
      '/',
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('agents/careful.md'), labels.join(', '));
  });

  test('a variable says which file is meant', async () => {
    const document = await open(skill);
    await write(document, text);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      behind(document, 'Read ${CLAUDE'),
    );
    const cards = hovers.flatMap(({ contents }) =>
      contents.map((each) => (typeof each === 'string' ? each : each.value)),
    );
    assert.match(cards.join('\n'), /Here: \[code\\-reviewer\/agents\/careful\.md\]/);
  });

  test('variables are coloured', async () => {
    const document = await open(skill);
    await write(document, text);
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      document.uri,
    );
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    const types = [...tokens.data].filter((_, i) => i % 5 === 3).map((type) => legend.tokenTypes[type]);
    assert.deepEqual(types, ['variable', 'parameter', 'parameter', 'variable']);
  });
});
