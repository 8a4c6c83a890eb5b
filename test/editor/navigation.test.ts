import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activate, behind, file, open } from './host.ts';

const plugin = 'navigation/harbour';
const texts: Readonly<Record<string, string>> = {
  '.claude-plugin/plugin.json': '{ "name": "harbour", "version": "1.0.0" }\n',
  'agents/pilot.md':
    '---\nname: pilot\ndescription: Brings ships in.\nskills: [read-tides]\n---\nSee [notes](../docs/notes.md).\n',
  'skills/read-tides/SKILL.md': '---\nname: read-tides\ndescription: Reads the tides. Use for tides.\n---\nRead.\n',
  'docs/notes.md': '# Notes\n',
};

const text = async (path: string): Promise<string> =>
  (await vscode.workspace.openTextDocument(file(`${plugin}/${path}`))).getText();

/** Repeats a request until the server knows the files that were just written; fails after 15 s. */
async function until<T>(what: string, ask: () => Thenable<T>, isThere: (answer: T) => boolean): Promise<T> {
  const late = Date.now() + 15_000;
  for (;;) {
    const answer = await ask();
    if (isThere(answer)) return answer;
    if (Date.now() > late) throw new Error(`never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const definitions = (document: vscode.TextDocument, place: vscode.Position) =>
  vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    place,
  );

suite('navigation', () => {
  suiteSetup(async () => {
    await activate();
    for (const [path, content] of Object.entries(texts)) {
      await vscode.workspace.fs.writeFile(file(`${plugin}/${path}`), new TextEncoder().encode(content));
    }
  });
  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file('navigation'), { recursive: true });
  });

  test('a name leads to its definition', async () => {
    const document = await open(`${plugin}/agents/pilot.md`);
    const place = behind(document, '[read');
    const [found] = await until(
      'the definition',
      () => definitions(document, place),
      (all) => all.length > 0,
    );
    assert.ok(found);
    assert.match(('targetUri' in found ? found.targetUri : found.uri).path, /skills\/read-tides\/SKILL\.md$/);
  });

  test('a file that moves takes the paths to it along', async () => {
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(file(`${plugin}/docs/notes.md`), file(`${plugin}/docs/logbook.md`));
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until(
      'the link',
      () => text('agents/pilot.md'),
      (now) => now.includes('(../docs/logbook.md)'),
    );
  });

  test('a skill is renamed with its references', async () => {
    const document = await open(`${plugin}/agents/pilot.md`);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      behind(document, '[read'),
      'tide-table',
    );
    // The command returns only text edits; that the folder is renamed too is tested in the workbench.
    const changed = edit
      .entries()
      .map(([uri, edits]) => [uri.path.split('/').at(-1), edits.map(({ newText }) => newText)]);
    assert.deepEqual(changed.sort(), [
      ['SKILL.md', ['tide-table']],
      ['pilot.md', ['tide-table']],
    ]);
  });
});
