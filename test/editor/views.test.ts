import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../client/extension.ts';
import { unpack } from '../../client/panel/unpack.ts';
import type { EffectiveAnswer, TreeRow } from '../../server/protocol.ts';
import { accepting, activate, file, findings, open, when, write } from './host.ts';

const panelTab = (): vscode.Tab | undefined =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('plugboard.effective'));

suite('views', () => {
  let api: Api;
  suiteSetup(async () => {
    api = await activate();
    await findings(file('org-plugins/incident-kit/.mcp.json'), (all) => all.length > 0);
  });
  teardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const rows = async (...path: readonly string[]): Promise<TreeRow[]> => {
    let found = await api.tree.getChildren();
    for (const label of path) {
      const row = found.find((each) => each.label === label);
      assert.ok(row, `${label} among ${found.map((each) => each.label).join(', ')}`);
      found = await api.tree.getChildren(row);
    }
    return found;
  };

  test('the tree has the folder, its plugins and what Claude ignores', async () => {
    const plugins = await rows('org-plugins');
    assert.deepEqual(plugins.map(({ label }) => label).sort(), ['code-reviewer', 'incident-kit', 'sales-kit']);
    const ignored = plugins.find(({ label }) => label === 'sales-kit');
    assert.match(ignored?.description ?? '', /ignored/);
  });

  test('a row leads to its file', async () => {
    const [skill] = await rows('org-plugins', 'code-reviewer', 'Skills');
    assert.ok(skill);
    const { command } = api.tree.getTreeItem(skill);
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /review-pr\/SKILL\.md$/);
  });

  test('rows tell their state in words, for those who do not see it', async () => {
    const incidents = (await rows('org-plugins')).find(({ label }) => label === 'incident-kit');
    assert.ok(incidents);
    const { accessibilityInformation, resourceUri } = api.tree.getTreeItem(incidents);
    assert.match(accessibilityInformation?.label ?? '', /^incident-kit, .*\d+ (error|warning)/);
    assert.equal(resourceUri?.scheme, 'plugboard-row');
  });

  test('the panel opens with the effective tool set', async () => {
    await vscode.commands.executeCommand('plugboard.showEffectiveTools');
    await when('the panel', vscode.window.tabGroups.onDidChangeTabs, panelTab);
    const { result, files } = unpack(await api.panel.ask());
    const handbook = result.surfaces.cowork?.servers.find(({ name }) => name === 'handbook');
    assert.equal(handbook?.active, true);
    const origin = handbook?.tools.find(({ name }) => name === 'tag_page')?.origin;
    assert.ok(origin, 'the deciding line is known');
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(origin.uri));
    const text = document.getText().slice(origin.range.start, origin.range.end);
    assert.match(text, /tag_page|allow/);
    assert.ok(files[origin.uri]);
  });

  test('the answer follows what is typed, before it is saved', async () => {
    const document = await open('policy.json');
    await write(document, document.getText().replace('"tag_page": "allow"', '"tag_page": "blocked"'));
    const { result } = unpack(await api.panel.ask());
    const handbook = result.surfaces.cowork?.servers.find(({ name }) => name === 'handbook');
    assert.equal(handbook?.tools.find(({ name }) => name === 'tag_page')?.state, 'blocked');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('what is asked once a text was sent is answered from it', async () => {
    const document = await open('policy.json');
    const answered = new Promise<EffectiveAnswer>((resolve, reject) => {
      const subscription = api.server.onDidSendText(() => {
        subscription.dispose();
        api.panel.ask().then((answer) => resolve(unpack(answer)), reject);
      });
    });
    await write(document, document.getText().replace('"tag_page": "allow"', '"tag_page": "ask"'));
    const { result } = await answered;
    const handbook = result.surfaces.cowork?.servers.find(({ name }) => name === 'handbook');
    assert.equal(handbook?.tools.find(({ name }) => name === 'tag_page')?.state, 'ask');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('the server can be started anew', async () => {
    await vscode.commands.executeCommand('plugboard.restartServer');
    assert.ok((await rows('org-plugins')).length > 0);
  });

  test('a new policy starts as an unsaved file', async () => {
    await accepting(vscode.commands.executeCommand('plugboard.newPolicy'));
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.isUntitled, true);
    assert.equal(JSON.parse(document?.getText() ?? '').inferenceProvider, 'gateway');
    assert.ok(document);
    const behindFirst = document.positionAt(document.getText().indexOf('\n') + 1);
    const offered = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      behindFirst,
    );
    assert.ok(
      offered.items.some(({ label }) => label === 'chatTabEnabled'),
      'keys are offered before it is saved',
    );
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
