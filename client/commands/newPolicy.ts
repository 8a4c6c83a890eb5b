import * as vscode from 'vscode';

const start = `{
  "disabledBuiltinTools": [],
  "isLocalDevMcpEnabled": false,
  "managedMcpServers": []
}
`;

/** *New Policy*: an unsaved file with the keys that most fleets start from. */
export async function newPolicy(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = folder && vscode.Uri.joinPath(folder, 'policy.json');
  const exists =
    uri &&
    (await vscode.workspace.fs.stat(uri).then(
      () => true,
      () => false,
    ));
  const document =
    uri && !exists
      ? await vscode.workspace.openTextDocument(uri.with({ scheme: 'untitled' }))
      : await vscode.workspace.openTextDocument({ language: 'json' });
  const editor = await vscode.window.showTextDocument(document);
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), start));
}
