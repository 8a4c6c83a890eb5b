import * as vscode from 'vscode';
import { looksLikePolicy } from './activation.ts';

/** Keeps the context key for "the active file is a policy" up to date, on which the visibility of commands depends. */
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
