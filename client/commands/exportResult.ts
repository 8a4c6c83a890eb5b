import * as vscode from 'vscode';
import type { EffectiveAnswer } from '../../server/protocol.ts';
import { markdownOf } from '../panel/markdown.ts';

/** *Copy Effective Tools as Markdown*. */
export async function copyMarkdown(answer: EffectiveAnswer): Promise<void> {
  await vscode.env.clipboard.writeText(markdownOf(answer));
  vscode.window.setStatusBarMessage('Effective tools copied as Markdown', 3000);
}

/** *Save Effective Tools as JSON*: in the form of the command line. */
export async function saveJson(answer: EffectiveAnswer): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const defaultUri = folder && vscode.Uri.joinPath(folder, 'effective-tools.json');
  const uri = await vscode.window.showSaveDialog({ filters: { JSON: ['json'] }, ...(defaultUri && { defaultUri }) });
  if (uri) await vscode.workspace.fs.writeFile(uri, Buffer.from(`${JSON.stringify(answer.result, null, 2)}\n`));
}
