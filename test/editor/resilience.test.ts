import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Api } from '../../client/extension.ts';
import { activate, file, findings, open, write } from './host.ts';

const heavy = 'heavy/.mcp.json';
const servers = Array.from({ length: 8_000 }, (_, i) => [
  `s${i}`,
  { type: 'http', url: `https://s${i}.example.com/mcp` },
]);
/** A file on which the server works for a while, so that it can be killed meanwhile. */
const text = JSON.stringify({ mcpServers: Object.fromEntries(servers) });

/** Returns the process of the language server, as the system lists it. */
function serverPid(): number {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const own = stdout.split('\n').map((line) => line.trim().split(/\s+/));
  const found = own.find(
    ([, parent, ...args]) => Number(parent) === process.pid && /dist.server\.js/.test(args.join()),
  );
  assert.ok(found, 'the server runs');
  return Number(found[0]);
}

/** Notes the warnings that are shown, and answers none. */
function warnings() {
  const { showWarningMessage } = vscode.window;
  const shown: string[] = [];
  Object.assign(vscode.window, { showWarningMessage: async (message: string) => void shown.push(message) });
  return { shown, restore: () => Object.assign(vscode.window, { showWarningMessage }) };
}

const isLeftOut = ({ code }: vscode.Diagnostic): boolean => code === 'left-out';

suite('resilience', () => {
  let api: Api;
  suiteSetup(async function () {
    if (process.platform === 'win32') this.skip();
    api = await activate();
    await api.panel.ask();
  });
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  suiteTeardown(async () => {
    await vscode.workspace.fs.delete(file('heavy'), { recursive: true });
    await vscode.commands.executeCommand('plugboard.restartServer');
  });

  /** Writes the heavy file, and sends `signal` to the server while it examines it. */
  async function strike(signal: NodeJS.Signals): Promise<void> {
    const pid = serverPid();
    const { journal } = api.server.resilience;
    const folder = path.dirname(journal);
    const struck = new Promise<void>((resolve) => {
      const watcher = fs.watch(folder, () => {
        if (!api.server.resilience.entry().uri?.endsWith('/heavy/.mcp.json')) return;
        process.kill(pid, signal);
        watcher.close();
        resolve();
      });
    });
    await vscode.workspace.fs.writeFile(file(heavy), new TextEncoder().encode(text));
    await struck;
  }

  test('a server that is killed is restarted, with what was typed, and a question asked meanwhile is answered', async () => {
    const { shown, restore } = warnings();
    const document = await open('policy.json');
    await write(document, '{ "inferenceProvider": "anthropic", "disabledBuiltinTool": [] }');
    await findings(document.uri, (all) => all.some(({ message }) => message.includes('disabledBuiltinTool')));
    const gone = findings(document.uri, (all) => all.length === 0);
    process.kill(serverPid(), 'SIGKILL');
    const answer = api.panel.ask();
    await gone;
    assert.ok(await answer);
    await findings(document.uri, (all) => all.some(({ message }) => message.includes('disabledBuiltinTool')));
    restore();
    assert.deepEqual(shown, ['Plugboard’s language server stopped. It was restarted.']);
  });

  test('a server that is killed in a file leaves it out, says so once, and tries it again after an edit', async () => {
    const { shown, restore } = warnings();
    await strike('SIGKILL');
    const [finding] = await findings(file(heavy), (all) => all.some(isLeftOut));
    assert.equal(finding?.severity, vscode.DiagnosticSeverity.Information);
    assert.match(finding?.message ?? '', /stopped while it was examining this file.*Try Left-Out Files Again/);
    await findings(file('org-plugins/incident-kit/.mcp.json'), (all) => all.length > 0);
    const document = await open(heavy);
    await write(document, '{ "mcpServers": { "x": { "type": "htp" } } }');
    await findings(file(heavy), (all) => all.length > 0 && !all.some(isLeftOut));
    await document.save();
    restore();
    assert.deepEqual(shown, [
      'Plugboard’s language server stopped while it was examining heavy/.mcp.json. It was restarted and leaves this file out until you edit it.',
    ]);
  });

  test('a server that is stuck in a file is stopped and restarted without it, until the command tries it again', async function () {
    this.timeout(120_000);
    await vscode.workspace.fs.delete(file('heavy'), { recursive: true });
    await vscode.commands.executeCommand('plugboard.restartServer');
    await api.panel.ask();
    const { shown, restore } = warnings();
    await strike('SIGSTOP');
    await open('policy.json');
    await new Promise<void>((resolve) => {
      const check = () => {
        if (!vscode.languages.getDiagnostics(file(heavy)).some(isLeftOut)) return;
        subscription.dispose();
        resolve();
      };
      const subscription = vscode.languages.onDidChangeDiagnostics(check);
      check();
    });
    assert.ok(await api.panel.ask());
    restore();
    assert.deepEqual(shown, [
      'Plugboard’s language server did not respond and was stopped while it was examining heavy/.mcp.json. It was restarted and leaves this file out until you edit it.',
    ]);
    await vscode.commands.executeCommand('plugboard.tryLeftOut');
    await findings(file(heavy), (all) => !all.some(isLeftOut));
    assert.ok(await api.panel.ask());
  });
});
