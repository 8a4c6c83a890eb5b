import * as vscode from 'vscode';
import {
  formats,
  policyFormats,
  profileNames,
  profileTerms,
  providerNames,
  providers,
} from '../../server/core/vocabulary/policyNames.ts';
import { type NewPolicyAnswer, type NewPolicyParams, requests } from '../../server/protocol.ts';
import { pickTerm } from '../pickers/pickTerm.ts';
import type { Server } from '../server.ts';

const title = 'New Policy';

/** *New Policy…*: opens an unsaved file based on a profile, with tab stops for the values to fill in. */
export async function newPolicy(server: Server): Promise<void> {
  const provider = await pickTerm(providerNames, providers, title, 'The inference provider');
  const profile = provider && (await pickTerm(profileNames, profileTerms, title, 'How much users may do'));
  const format = profile && (await pickTerm(policyFormats, formats, title, 'How the policy is delivered'));
  if (!format) return;
  const params: NewPolicyParams = { provider, profile, to: format };
  const answer = await server.ask<NewPolicyAnswer | null>(requests.newPolicy, params);
  if (!answer) throw new Error('The policy could not be created. See the output channel “Plugboard”.');
  await show(answer);
}

async function show({ text, isSnippet, language, encoding, fileName }: NewPolicyAnswer): Promise<void> {
  const options = encoding === 'utf-16le' ? { encoding: 'utf16le' } : {};
  const uri = await freeName(fileName);
  const document = uri
    ? await vscode.workspace.openTextDocument(uri, options)
    : await vscode.workspace.openTextDocument({ language, ...options });
  const editor = await vscode.window.showTextDocument(document);
  await vscode.languages.setTextDocumentLanguage(document, language);
  const start = new vscode.Position(0, 0);
  const { CRLF, LF } = vscode.EndOfLine;
  // An insertion uses the line endings of the document, regardless of its own.
  await editor.edit((edit) => edit.setEndOfLine(text.includes('\r\n') ? CRLF : LF));
  if (isSnippet) await editor.insertSnippet(new vscode.SnippetString(text), start);
  else await editor.edit((edit) => edit.insert(start, text));
}

/** Returns a URI in the workspace for an unsaved file; its extension determines the language. */
async function freeName(fileName: string): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder) return undefined;
  const [stem, ending] = [fileName.replace(/\.[^.]*$/, ''), /\.[^.]*$/.exec(fileName)?.[0] ?? ''];
  for (let number = 1; number < 100; number++) {
    const uri = vscode.Uri.joinPath(folder, number === 1 ? fileName : `${stem}-${number}${ending}`);
    if (!(await isTaken(uri))) return uri.with({ scheme: 'untitled' });
  }
  return undefined;
}

/** Whether a file of that name exists, or an unsaved one. */
async function isTaken(uri: vscode.Uri): Promise<boolean> {
  if (vscode.workspace.textDocuments.some((document) => document.uri.path === uri.path)) return true;
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
