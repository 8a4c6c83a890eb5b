import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../client/extension.ts';
import { activate, behind, file, findings, open, when } from './host.ts';

const servers = 'org-plugins/code-reviewer/.mcp.json';

suite('at a glance', () => {
  let api: Api;
  suiteSetup(async () => {
    api = await activate();
    await findings(file('org-plugins/incident-kit/.mcp.json'), (all) => all.length > 0);
  });
  teardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const lensesOf = async (document: vscode.TextDocument): Promise<readonly vscode.Command[]> => {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      100,
    );
    return lenses.flatMap(({ command }) => command ?? []);
  };

  const run = (lens: vscode.Command | undefined) => {
    assert.ok(lens, 'there is such a lens');
    return vscode.commands.executeCommand(lens.command, ...(lens.arguments ?? []));
  };

  test('a server says what becomes of it, and leads to the panel', async () => {
    const lenses = await lensesOf(await open(servers));
    const lens = lenses.find(({ title }) => title === '1 known tool: Ask');
    assert.ok(lens, lenses.map(({ title }) => title).join(', '));
    const shown = when('the panel', vscode.window.tabGroups.onDidChangeTabs, () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('plugboard.effective')),
    );
    await run(lens);
    await shown;
    const { result } = await api.panel.ask();
    assert.ok(result.surfaces.cowork?.servers.some(({ name }) => name === 'review'));
  });

  test('a number of references leads to the list of them', async () => {
    const lenses = await lensesOf(await open(servers));
    const lens = lenses.find(({ title }) => title === '1 reference');
    const [, , places] = lens?.arguments ?? [];
    assert.equal(places.length, 1);
    assert.match(places[0].uri, /policy\.json$/);
    await run(lens);
  });

  test('a skill says how long it is', async () => {
    const [lens] = await lensesOf(await open('org-plugins/code-reviewer/skills/review-pr/SKILL.md'));
    assert.match(lens?.title ?? '', /^Description \d+ of 1,024 characters · body ≈ \d+ tokens$/);
  });

  test('hints stand behind the lines of a policy', async () => {
    const document = await open('policy.json');
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      all,
    );
    const hint = hints.find(({ position }) => position.isEqual(behind(document, '"tag_page": "allow"')));
    assert.equal(hint?.label, 'overruled in Code and Chat: Ask');
  });

  test('a selection grows along the file', async () => {
    const document = await open('policy.json');
    const [innermost] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [behind(document, '"serverName": "rev')],
    );
    const texts: string[] = [];
    for (let at = innermost; at; at = at.parent as vscode.SelectionRange) texts.push(document.getText(at.range));
    assert.ok(texts.includes('"serverName": "review"'), texts.join('\n'));
    assert.ok(texts.some((text) => text.startsWith('{ "serverName"')));
  });
});
