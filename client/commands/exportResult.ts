import * as vscode from 'vscode';
import { type EffectiveAnswer, requests } from '../../server/protocol.ts';
import { markdownOf } from '../panel/markdown.ts';
import type { Server } from '../server.ts';

/** *Copy Effective Tools as Markdown*. */
export async function copyMarkdown(answer: EffectiveAnswer): Promise<void> {
  await vscode.env.clipboard.writeText(markdownOf(answer));
  vscode.window.setStatusBarMessage('Effective tools copied as Markdown', 3000);
}

/** *Save Effective Tools as JSON*: what the command line prints for the same sources. */
export async function saveJson(server: Server, { sources }: EffectiveAnswer): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const defaultUri = folder && vscode.Uri.joinPath(folder, 'effective-tools.json');
  const uri = await vscode.window.showSaveDialog({ filters: { JSON: ['json'] }, ...(defaultUri && { defaultUri }) });
  if (!uri) return;
  const result = await server.ask<unknown>(requests.contract, sources);
  await vscode.workspace.fs.writeFile(uri, Buffer.from(`${JSON.stringify(result, null, 2)}\n`));
}
