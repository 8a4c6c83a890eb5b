import * as vscode from 'vscode';
import type { Origin, Place } from '../server/protocol.ts';

async function show(uri: vscode.Uri, range: (document: vscode.TextDocument) => vscode.Range, beside: boolean) {
  const document = await vscode.workspace.openTextDocument(uri);
  const there = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const other = beside ? besides() : vscode.ViewColumn.Active;
  const selection = range(document);
  const viewColumn = there?.viewColumn ?? other;
  const editor = await vscode.window.showTextDocument(document, { selection, viewColumn });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Returns the column of a visible editor, so that links do not open more and more columns; otherwise a new one. */
const besides = (): vscode.ViewColumn =>
  vscode.window.visibleTextEditors.find(({ viewColumn }) => viewColumn !== undefined)?.viewColumn ??
  vscode.ViewColumn.Beside;

/** Opens a location in a file and selects it. */
export const openPlace = ({ uri, line, character, endLine, endCharacter }: Place): Promise<void> =>
  show(vscode.Uri.parse(uri), () => new vscode.Range(line, character, endLine, endCharacter), false);

/** Opens a location next to the page that links to it. */
export const openPlaceBeside = ({ uri, line, character, endLine, endCharacter }: Place): Promise<void> =>
  show(vscode.Uri.parse(uri), () => new vscode.Range(line, character, endLine, endCharacter), true);

/** Opens an origin of the effective tool set next to the panel. */
export const openOrigin = ({ uri, range: { start, end } }: Origin): Promise<void> =>
  show(
    vscode.Uri.parse(uri),
    (document) => new vscode.Range(document.positionAt(start), document.positionAt(end)),
    true,
  );

/** Shows an origin inside the visible editor, without leaving it; opens it if there is none. */
export async function peekOrigin(origin: Origin): Promise<void> {
  const [editor] = vscode.window.visibleTextEditors;
  if (!editor) return openOrigin(origin);
  const uri = vscode.Uri.parse(origin.uri);
  const document = await vscode.workspace.openTextDocument(uri);
  const at = new vscode.Range(document.positionAt(origin.range.start), document.positionAt(origin.range.end));
  const there = editor.document === document ? at.start : editor.selection.active;
  const found = [new vscode.Location(uri, at)];
  await vscode.commands.executeCommand('editor.action.peekLocations', editor.document.uri, there, found, 'peek');
}

/** Opens a line, counted from 0, next to the panel. */
export const openLine = (uri: string, line: number): Promise<void> =>
  show(vscode.Uri.parse(uri), (document) => document.lineAt(Math.min(line, document.lineCount - 1)).range, true);
