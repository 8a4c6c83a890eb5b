import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../client/extension.ts';

/** Helpers shared by the tests in the extension host. */

const folder = (): vscode.Uri => {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(first, 'a folder is open');
  return first.uri;
};

export const file = (path: string): vscode.Uri => vscode.Uri.joinPath(folder(), path);

/** Activates the extension, and resolves when its server has read the workspace: before, providers answer nothing. */
export async function activate(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>('plugboard.plugboard');
  assert.ok(extension, 'the extension is there');
  const api = await extension.activate();
  await api.panel.ask();
  return api;
}

/** Resolves with the first value that `look` returns, now or when `event` fires; fails after 15 s. */
export function when<T>(what: string, event: vscode.Event<unknown>, look: () => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => done(() => reject(new Error(`never came: ${what}`))), 15_000);
    const subscription = event(() => check());
    function done(end: () => void) {
      clearTimeout(late);
      subscription.dispose();
      end();
    }
    function check() {
      const value = look();
      if (value !== undefined) done(() => resolve(value));
    }
    check();
  });
}

/** Returns the findings of a file as soon as they are as `wanted`. */
export const findings = (
  uri: vscode.Uri,
  wanted: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> =>
  when(`findings of ${uri.path}`, vscode.languages.onDidChangeDiagnostics, () => {
    const found = vscode.languages.getDiagnostics(uri);
    return wanted(found) ? found : undefined;
  });

export const ruleOf = ({ code }: vscode.Diagnostic): string =>
  String(typeof code === 'object' && code !== null ? code.value : code);

export async function open(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(file(path));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Returns the position after `text`. */
export function behind(document: vscode.TextDocument, text: string): vscode.Position {
  const at = document.getText().indexOf(text);
  assert.notEqual(at, -1, `${text} is in the document`);
  return document.positionAt(at + text.length);
}

/**
 * Replaces the whole document with `text`. The editor limits the range to the end that the document has by then: one that is just
 * being reverted may still have another length here.
 */
export async function write(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, 1_000_000, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
  assert.equal(document.getText(), text);
}

/** Accepts every quick pick and simple dialog of a command with its default, until the command has ended. */
export async function accepting<T>(command: Thenable<T>): Promise<T> {
  let isDone = false;
  const ended = Promise.resolve(command).finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 300))]);
    if (!isDone) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  }
  return ended;
}
