import * as vscode from 'vscode';
import type { Named } from '../policyNames.ts';

/** Asks for one of `choices`; undefined when nothing was chosen. */
export async function pick<T extends Named<string>>(
  choices: readonly T[],
  title: string,
  placeHolder: string,
): Promise<T | undefined> {
  const items = choices.map((choice) => ({ label: choice.label, detail: choice.detail, choice }));
  return (await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDetail: true }))?.choice;
}

/** Says that a command needs a policy. */
export const sayNoPolicy = (): Thenable<unknown> =>
  vscode.window.showInformationMessage('Open a policy first. The file before you is none, or it cannot be read.');
