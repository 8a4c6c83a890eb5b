import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activate, file, open } from './host.ts';

const config = 'discovery/.mcp.json';

/** What the command showed, and which inputs it asked for. */
interface Shown {
  readonly message: string;
  readonly options: vscode.MessageOptions | undefined;
}

/** Answers messages with the first button that begins with one of `answers`, and input boxes with `typed`. */
function answering(answers: readonly string[], typed: string) {
  const { showInformationMessage, showErrorMessage, showInputBox } = vscode.window;
  const shown: Shown[] = [];
  const asked: (vscode.InputBoxOptions | undefined)[] = [];
  const answer = async (message: string, ...rest: readonly (string | vscode.MessageOptions)[]) => {
    const buttons = rest.filter((each) => typeof each === 'string');
    const options = rest.find((each) => typeof each === 'object');
    shown.push({ message, options });
    return buttons.find((button) => answers.some((begin) => button.startsWith(begin)));
  };
  const input = async (options?: vscode.InputBoxOptions) => {
    asked.push(options);
    return typed;
  };
  Object.assign(vscode.window, { showInformationMessage: answer, showErrorMessage: answer, showInputBox: input });
  const restore = () => Object.assign(vscode.window, { showInformationMessage, showErrorMessage, showInputBox });
  return { shown, asked, restore };
}

suite('discovery', () => {
  suiteSetup(async () => {
    await activate();
    const extension = vscode.extensions.getExtension('plugboard.plugboard');
    assert.ok(extension);
    const everything = 'node_modules/@modelcontextprotocol/server-everything/dist/index.js';
    const server = vscode.Uri.joinPath(extension.extensionUri, everything).fsPath;
    const servers = {
      all: { command: 'node', args: [server, 'stdio'], env: { KEY: '${DESK_KEY}' } },
      none: { command: 'no-such-program-here' },
    };
    const text = JSON.stringify({ mcpServers: servers });
    await vscode.workspace.fs.writeFile(file(config), new TextEncoder().encode(text));
    await open(config);
  });
  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file('discovery'), { recursive: true });
    await vscode.workspace.fs.delete(file('.plugboard.tools.json'), { useTrash: false });
  });

  const discover = (label: string) =>
    vscode.commands.executeCommand('plugboard.discoverTools', { label, resource: file(config).toString() });

  test('nothing runs before the plan was agreed to', async () => {
    const { shown, asked, restore } = answering([], 'x');
    await discover('all').then(restore, restore);
    assert.equal(shown.length, 1);
    assert.equal(shown[0]?.options?.modal, true);
    assert.match(
      shown[0]?.options?.detail ?? '',
      /Run: node .*server-everything.*Environment: KEY.*asked for: DESK_KEY/s,
    );
    assert.deepEqual(asked, []);
  });

  test('a secret is typed unseen, the tools are counted and saved', async () => {
    const { shown, asked, restore } = answering(['Run the Program', 'Save to'], 'a-key-for-the-desk');
    await discover('all').then(restore, restore);
    assert.deepEqual(
      asked.map((options) => options?.password),
      [true],
    );
    assert.match(shown.at(-1)?.message ?? '', /^all has \d+ tools: \d+ read-only, \d+ destructive\./);
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file('.plugboard.tools.json')));
    assert.ok(JSON.parse(text).all.some(({ name }: { name: string }) => name === 'echo'));
    assert.doesNotMatch(text + JSON.stringify(shown), /a-key-for-the-desk/);
  });

  test('what goes wrong is said in a sentence', async () => {
    const { shown, restore } = answering(['Run the Program'], '');
    await discover('none').then(restore, restore);
    assert.match(shown.at(-1)?.message ?? '', /^none: The program was not started: there is no program/);
  });
});
