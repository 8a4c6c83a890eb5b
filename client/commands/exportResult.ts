import * as vscode from 'vscode';
import { type PackedAnswer, requests } from '../../server/protocol.ts';
import type { Choice } from '../choice.ts';
import { markdownOf } from '../panel/markdown.ts';
import { unpack } from '../panel/unpack.ts';
import type { Server } from '../server.ts';

/** *Copy Effective Tools as Markdown*. */
export const copyMarkdown = (answer: PackedAnswer): Promise<void> => copyText(markdownOf(unpack(answer)));

export async function copyText(markdown: string): Promise<void> {
  await vscode.env.clipboard.writeText(markdown);
  vscode.window.setStatusBarMessage('Copied as Markdown', 3000);
}

/** *Save Effective Tools as JSON*: the output of the command line for the same sources. */
export async function saveJson(server: Server, { whatIf }: Choice): Promise<void> {
  const result = await server.ask<unknown>(requests.contract, whatIf);
  await saveText('effective-tools.json', JSON.stringify(result, null, 2));
}

/** Asks where to save `text`; `name` is the default. */
export async function saveText(name: string, text: string): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const defaultUri = folder && vscode.Uri.joinPath(folder, name);
  const uri = await vscode.window.showSaveDialog({ filters: { JSON: ['json'] }, ...(defaultUri && { defaultUri }) });
  if (uri) await vscode.workspace.fs.writeFile(uri, Buffer.from(`${text}\n`));
}
