import * as vscode from 'vscode';

/** Asks for one of `ids`; undefined if the user cancels. */
export async function pickTerm<Id extends string>(
  ids: readonly Id[],
  terms: Readonly<Record<Id, { readonly label: string; readonly detail: string }>>,
  title: string,
  placeHolder: string,
): Promise<Id | undefined> {
  const items = ids.map((id) => ({ label: terms[id].label, detail: terms[id].detail, id }));
  return (await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDetail: true }))?.id;
}

/** Tells the user that a command needs a policy. */
export const sayNoPolicy = (): Thenable<unknown> =>
  vscode.window.showInformationMessage('Open a policy first. The active file is not a policy, or it cannot be parsed.');
