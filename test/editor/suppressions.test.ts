import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activate, file, findings, open, ruleOf, when, write } from './host.ts';

const incidents = 'org-plugins/incident-kit/.mcp.json';
const rule = 'mcp/transport-instead-of-type';
const isProblem = (each: vscode.Diagnostic) => ruleOf(each) === rule;

suite('suppressions', () => {
  suiteSetup(activate);
  teardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
  suiteTeardown(async () => {
    // The editor keeps the text for minutes, so deleting the file would not end its suppressions.
    const settings = await vscode.workspace.openTextDocument(file('.plugboard.json'));
    await write(settings, '{}');
    await settings.save();
    await findings(file(incidents), (all) => all.some(isProblem));
    await vscode.workspace.fs.delete(settings.uri);
  });

  test('a finding is ignored with a reason, in settings that are made for it and saved', async () => {
    const document = await open(incidents);
    const range = (await findings(document.uri, (all) => all.some(isProblem))).find(isProblem)?.range;
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const titles = actions.map(({ title }) => title);
    const title = `Ignore ${rule} in this file, with a reason…`;
    assert.ok(titles.indexOf(title) > 0, titles.join(', '));
    const command = actions[titles.indexOf(title)]?.command;
    const [finding] = command?.arguments ?? [];
    const reason = 'The vendor’s form is read by a tool of ours.';
    await vscode.commands.executeCommand(command?.command ?? '', { ...finding, reason });
    await findings(document.uri, (all) => !all.some(isProblem));
    const settings = await vscode.workspace.openTextDocument(file('.plugboard.json'));
    await when('the settings are saved', vscode.workspace.onDidSaveTextDocument, () => !settings.isDirty || undefined);
    assert.deepEqual(JSON.parse(settings.getText()), { suppress: [{ rules: [rule], files: [incidents], reason }] });
  });
});
