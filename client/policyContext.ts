import * as vscode from 'vscode';
import { looksLikePolicy } from './activation.ts';

/** Keeps the editor's own knowledge whether the active file is a policy: by it commands are shown or not. */
export function watchActivePolicy(subscriptions: vscode.Disposable[]): void {
  const tell = () => {
    const document = vscode.window.activeTextEditor?.document;
    const isPolicy = document !== undefined && looksLikePolicy(document);
    void vscode.commands.executeCommand('setContext', 'plugboard.isPolicy', isPolicy);
  };
  tell();
  subscriptions.push(
    vscode.window.onDidChangeActiveTextEditor(tell),
    vscode.workspace.onDidSaveTextDocument(tell),
    vscode.workspace.onDidOpenTextDocument(tell),
  );
}
