import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { activate, when } from './host.ts';

const page = vscode.Uri.from({ scheme: 'plugboard-in-force', path: '/In force on this computer.md' });

suite('in force on this computer', () => {
  let root = '';
  suiteSetup(async () => {
    await activate();
    root = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'plugboard-device-'));
    fs.mkdirSync(path.join(root, 'etc/claude-desktop'), { recursive: true });
  });
  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    fs.rmSync(root, { recursive: true, force: true });
  });

  test('the report of a copied device is shown with links to its files', async () => {
    const file = path.join(root, 'etc/claude-desktop/managed-settings.json');
    fs.writeFileSync(file, '{ "inferenceProvider": "anthropic", "chatTabEnabled": false }');
    await vscode.commands.executeCommand('plugboard.showInForce', root);
    const text = (await vscode.workspace.openTextDocument(page)).getText();
    assert.match(text, /^# In force on this computer\n\nLinux/);
    assert.ok(text.includes(`](<${vscode.Uri.file(file)}>)`), text.slice(0, 600));
    assert.match(text, /Chat \(off\)/);
    const isShown = () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .some(({ label }) => label.includes('In force on this computer'))
        ? true
        : undefined;
    assert.ok(await when('the page', vscode.window.tabGroups.onDidChangeTabs, isShown));
  });

  test('without a device the page says why', async () => {
    await vscode.commands.executeCommand('plugboard.showInForce', path.join(root, 'missing'));
    const text = await vscode.workspace
      .openTextDocument(page)
      .then((document) =>
        when('the new report', vscode.workspace.onDidChangeTextDocument, () =>
          document.getText().includes('could not be examined') ? document.getText() : undefined,
        ),
      );
    assert.match(text, /no such folder/);
  });
});
