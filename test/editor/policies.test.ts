import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { accepting, activate, file, findings, open, when, write } from './host.ts';

const profile = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
	<key>inferenceProvider</key>
	<string>vertex</string>
	<key>inferenceBedrockRegion</key>
	<string>eu-central-1</string>
	<key>banner</key>
	<string>{ "enabled": true, "backgroundColor": "#1e66f5" }</string>
</dict>
</plist>
`;
const registry = `Windows Registry Editor Version 5.00

[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]
"inferenceProvider"="vertex"
"inferenceBedrockRegion"="eu-central-1"
"banner"="{\\"enabled\\":true,\\"backgroundColor\\":\\"#1e66f5\\"}"
`.replaceAll('\n', '\r\n');

/** Creates and opens a file of the workspace, in UTF-16 as Windows exports it. */
async function created(path: string, text: string, encoding: 'utf8' | 'utf16le' = 'utf8') {
  const bytes = Buffer.from(encoding === 'utf8' ? text : `\uFEFF${text}`, encoding);
  await vscode.workspace.fs.writeFile(file(path), bytes);
  // A text that an extension opens itself is kept for minutes after its editor was closed, and would be a policy for the
  // following tests.
  await vscode.commands.executeCommand('vscode.open', file(path));
  const document = vscode.window.activeTextEditor?.document;
  assert.equal(document?.uri.path, file(path).path);
  return document;
}

/** Returns the server's results for an open file, as soon as it knows the file. */
async function known<T>(document: vscode.TextDocument, command: string): Promise<T[]> {
  await findings(document.uri, (all) => all.some(({ source }) => source === 'plugboard'));
  return vscode.commands.executeCommand<T[]>(command, document.uri);
}

suite('policies', () => {
  suiteSetup(activate);
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  suiteTeardown(async () => {
    for (const name of ['claude.mobileconfig', 'claude.plist', 'claude.reg', 'policy.reg']) {
      await vscode.workspace.fs.delete(file(name)).then(undefined, () => undefined);
      // The server is notified a little later; until then the file is a policy for the following tests.
      await findings(file(name), (all) => all.length === 0);
    }
  });

  test('each format opens in its language', async () => {
    assert.equal((await created('claude.mobileconfig', profile)).languageId, 'xml');
    assert.equal((await created('claude.plist', profile)).languageId, 'xml');
    const exported = await created('claude.reg', registry, 'utf16le');
    assert.equal(exported.languageId, 'reg');
    assert.equal(exported.encoding, 'utf16le');
    assert.equal(exported.getText(), registry);
  });

  test('the colours of the banner are shown and changed', async () => {
    const document = await open('policy.json');
    await write(document, '{ "inferenceProvider": "gateway", "banner": { "backgroundColor": "#1e66f5" } }');
    const [place] = await known<vscode.ColorInformation>(document, 'vscode.executeDocumentColorProvider');
    assert.ok(place);
    assert.equal(document.getText(place.range), '#1e66f5');
    const [shown] = await vscode.commands.executeCommand<vscode.ColorPresentation[]>(
      'vscode.executeColorPresentationProvider',
      new vscode.Color(1, 0, 0, 1),
      { uri: document.uri, range: place.range },
    );
    assert.equal(shown?.label, '#ff0000');
    assert.equal(shown?.textEdit?.newText, '"#ff0000"');
  });

  test('keys that the app ignores are marked', async () => {
    const document = await open('policy.json');
    await write(document, '{ "inferenceProvider": "vertex", "inferenceBedrockRegion": "x" }');
    await findings(document.uri, (all) => all.length > 0);
    const command = vscode.commands.executeCommand.bind(vscode.commands);
    const legend = await command<vscode.SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      document.uri,
    );
    assert.deepEqual(legend.tokenModifiers, ['ignored', 'deprecated']);
    const { data } = await command<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
    assert.deepEqual([...data], [0, 34, 22, 0, 1]);
  });

  for (const [name, text, encoding] of [
    ['claude.mobileconfig', profile, 'utf8'],
    ['claude.reg', registry, 'utf16le'],
  ] as const) {
    test(`${name} has colours, marks and folds`, async () => {
      const document = await created(name, text, encoding);
      const [place] = await known<vscode.ColorInformation>(document, 'vscode.executeDocumentColorProvider');
      assert.equal(place && document.getText(place.range), '#1e66f5');
      const { data } = await vscode.commands.executeCommand<vscode.SemanticTokens>(
        'vscode.provideDocumentSemanticTokens',
        document.uri,
      );
      const [line = 0, start = 0, length = 0] = data;
      assert.equal(document.lineAt(line).text.slice(start, start + length), 'inferenceBedrockRegion');
      const folds = await known<vscode.FoldingRange>(document, 'vscode.executeFoldingRangeProvider');
      const first = document.lineAt(folds[0]?.start ?? 0).text;
      assert.match(first, /<dict>|\[HKEY/);
    });
  }

  test('a policy is saved in another format', async () => {
    await open('policy.json');
    await accepting(vscode.commands.executeCommand('plugboard.savePolicyAs', 'reg'));
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.path, file('policy.reg').path);
    assert.equal(document?.encoding, 'utf16le');
    assert.match(document?.getText() ?? '', /^Windows Registry Editor Version 5\.00\r\n/);
    const [first, second] = await vscode.workspace.fs.readFile(file('policy.reg'));
    assert.deepEqual([first, second], [0xff, 0xfe]);
  });

  test('a policy is compared with a profile, beside it', async () => {
    await open('policy.json');
    await accepting(vscode.commands.executeCommand('plugboard.compareWithProfile'));
    const shown = () =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => /policy\.json and/.test(label));
    assert.ok(await when('the page', vscode.window.tabGroups.onDidChangeTabs, shown));
  });
});
