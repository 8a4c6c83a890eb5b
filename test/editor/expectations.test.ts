import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activate, file, findings, ruleOf, when } from './host.ts';

const texts = {
  '.plugboard.json': JSON.stringify({
    fleets: { office: { policy: 'fleet.json', orgPlugins: 'none', userConfig: 'none' } },
  }),
  'fleet.json': '{ "inferenceProvider": "anthropic", "chatTabEnabled": true }',
  'base.expect.json': '{ "expect": [{ "tab": "chat", "is": "off", "why": "Cowork only." }] }',
};

suite('expectations in the Test Explorer', () => {
  const folder = file('expectations-of-a-test');
  suiteSetup(async () => {
    for (const [name, text] of Object.entries(texts))
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), new TextEncoder().encode(text));
  });
  // Other tests must not find a second policy.
  suiteTeardown(async () => {
    await vscode.workspace.fs.delete(folder, { recursive: true });
    await findings(vscode.Uri.joinPath(folder, 'fleet.json'), (all) => all.length === 0);
  });

  test('files, fleets and expectations are listed, and what fails is in the policy', async () => {
    const { expectations } = await activate();
    await findings(vscode.Uri.joinPath(folder, 'fleet.json'), (all) =>
      all.some((each) => ruleOf(each) === 'expectations/missed'),
    );
    await expectations.refresh();
    const listed = [...expectations.controller.items].find(([, { label }]) =>
      label.startsWith('expectations-of-a-test/'),
    );
    const [fleet] = [...(listed?.[1].children ?? [])];
    const [item] = [...(fleet?.[1].children ?? [])];
    assert.deepEqual([fleet?.[1].label, item?.[1].label], ['office', 'Chat is off']);
    assert.equal(item?.[1].range?.start.line, 0);
    let reported: ReadonlyMap<string, object> | undefined;
    const listening = expectations.onDidRun((results) => {
      reported = results;
    });
    const done = when('the run', expectations.onDidRun, () => reported);
    await vscode.commands.executeCommand('testing.runAll');
    const result = (await done).get(item?.[0] ?? '');
    listening.dispose();
    assert.ok(result && 'outcome' in result && 'reasons' in result);
    assert.equal(result.outcome, 'missed');
  });
});
