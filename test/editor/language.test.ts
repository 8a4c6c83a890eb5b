import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activate, behind, file, findings, open, ruleOf, when, write } from './host.ts';

const incidents = 'org-plugins/incident-kit/.mcp.json';
const manifest = 'org-plugins/incident-kit/.claude-plugin/plugin.json';

suite('language', () => {
  suiteSetup(activate);
  teardown(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  test('findings stand at the exact characters', async () => {
    const document = await open(incidents);
    const found = await findings(document.uri, (all) =>
      all.some((each) => ruleOf(each) === 'mcp/transport-instead-of-type'),
    );
    const problem = found.find((each) => ruleOf(each) === 'mcp/transport-instead-of-type');
    assert.ok(problem);
    assert.equal(document.getText(problem.range), '"transport"');
    assert.equal(problem.source, 'plugboard');
  });

  test('a quick fix takes its problem away', async () => {
    const document = await open(incidents);
    const isProblem = (each: vscode.Diagnostic) => ruleOf(each) === 'mcp/transport-instead-of-type';
    const found = await findings(document.uri, (all) => all.some(isProblem));
    const range = found.find(isProblem)?.range;
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find(({ edit, title }) => edit && /type/.test(title));
    assert.ok(fix?.edit, actions.map(({ title }) => title).join(', '));
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.match(document.getText(), /"pager": \{ "type": "http"/);
    await findings(document.uri, (all) => !all.some(isProblem));
  });

  test('fix all mends what needs no look', async () => {
    const document = await open(manifest);
    await findings(document.uri, (all) => all.filter(({ source }) => source === 'plugboard').length > 1);
    await vscode.commands.executeCommand('editor.action.fixAll');
    const mended = () => (document.getText().includes('["incident"]') ? JSON.parse(document.getText()) : undefined);
    const { keywords, author } = await when('the fixes', vscode.workspace.onDidChangeTextDocument, mended);
    assert.deepEqual({ keywords, author }, { keywords: ['incident'], author: { name: 'Northwind' } });
  });

  test('keys are completed where they may stand', async () => {
    const document = await open(manifest);
    await write(document, '{ "name": "incident-kit", "" }');
    const place = document.positionAt(document.getText().lastIndexOf('""') + 1);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      place,
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(
      labels.some((label) => label.includes('installationPreference')),
      labels.join(', '),
    );
    assert.ok(!labels.some((label) => /^"?name"?$/.test(label)), 'what is there already is not offered');
  });

  test('a key is explained', async () => {
    const document = await open('policy.json');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      behind(document, '"isLocalDev'),
    );
    const text = hovers.flatMap(({ contents }) =>
      contents.map((each) => (typeof each === 'string' ? each : each.value)),
    );
    assert.match(text.join('\n'), /isLocalDevMcpEnabled|local/i);
  });

  test('the outline names servers', async () => {
    const document = await open('policy.json');
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const names = (all: readonly vscode.DocumentSymbol[]): string[] =>
      all.flatMap(({ name, children }) => [name, ...names(children)]);
    assert.ok(names(symbols).includes('handbook'), names(symbols).join(', '));
  });

  test('a mistake in JSON is told once', async () => {
    const document = await open('policy.json');
    const before = document.getText();
    await write(document, before.replace('"read_*": "allow",', '"read_*": "allow"'));
    const found = await findings(document.uri, (all) => all.some(({ source }) => source === 'json'));
    const errors = found.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
    const lines = errors.map(({ range, message }) => `${range.start.line}: ${message}`);
    assert.equal(new Set(errors.map(({ range }) => range.start.line)).size, errors.length, lines.join('\n'));
    assert.ok(!found.some((each) => ruleOf(each) === 'policy/syntax'), lines.join('\n'));
  });

  test('a JSON file that is none of ours stays alone', async () => {
    const document = await open('plain.json');
    const found = await findings(document.uri, (all) => all.length > 0);
    assert.deepEqual(
      found.filter(({ source }) => source === 'plugboard'),
      [],
    );
  });

  test('the sound files of the workspace have no errors and no warnings', async () => {
    await findings(file(incidents), (all) => all.length > 0);
    const sound = vscode.languages.getDiagnostics().filter(([uri]) => /code-reviewer|policy\.json$/.test(uri.path));
    const isWrong = ({ severity }: vscode.Diagnostic) => severity <= vscode.DiagnosticSeverity.Warning;
    const wrong = sound.flatMap(([uri, all]) => all.filter(isWrong).map(({ message }) => `${uri.path}: ${message}`));
    assert.deepEqual(wrong, []);
  });
});
