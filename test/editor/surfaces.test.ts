import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../client/extension.ts';
import { activate, file, findings, open, write } from './host.ts';

suite('where a plugin works', () => {
  let api: Api;
  suiteSetup(async () => {
    api = await activate();
    await findings(file('org-plugins/incident-kit/.mcp.json'), (all) => all.length > 0);
  });
  teardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  /** Resolves when the panel shows what is wanted: it sends requests by itself, without an event. */
  async function shown(wanted: (answer: NonNullable<typeof api.surfaces.answer>) => boolean): Promise<void> {
    for (let i = 0; i < 150; i++) {
      const { answer } = api.surfaces;
      if (answer && wanted(answer)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.fail(`the panel shows ${JSON.stringify(api.surfaces.answer)?.slice(0, 300)}`);
  }

  test('a row of the tree and a manifest open the panel', async () => {
    const [mount] = await api.tree.getChildren();
    const row = mount?.children?.find(({ label }) => label === 'code-reviewer');
    await vscode.commands.executeCommand('plugboard.showSurfaces', row);
    await shown(({ name }) => name === 'code-reviewer');
    const manifest = file('org-plugins/incident-kit/.claude-plugin/plugin.json');
    await vscode.commands.executeCommand('plugboard.showSurfaces', manifest);
    await shown(({ name }) => name === 'incident-kit');
  });

  test('the panel follows edits that are not saved', async () => {
    const document = await open('org-plugins/incident-kit/.mcp.json');
    const before = document.getText();
    await vscode.commands.executeCommand('plugboard.showSurfaces', file('org-plugins/incident-kit'));
    const servers = (type: string, count: number) =>
      shown(({ groups }) => (groups.find((group) => group.type === type)?.count ?? 0) === count);
    await servers('local-server', 0);
    await write(document, '{ "mcpServers": { "a": { "command": "a" }, "b": { "command": "b" } } }');
    await servers('local-server', 2);
    await write(document, before);
    await servers('local-server', 0);
  });
});
