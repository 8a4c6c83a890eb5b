import * as vscode from 'vscode';
import { formats, policyFormats } from '../../server/core/vocabulary/policyNames.ts';
import {
  type ConvertAnswer,
  type ConvertParams,
  type PolicyFormat,
  requests,
  type TextEncoding,
} from '../../server/protocol.ts';
import { pickTerm, sayNoPolicy } from '../pickers/pickTerm.ts';
import type { Server } from '../server.ts';

/** *Save Policy As…*: writes the policy in the active editor in another format, in the same folder. A keybinding may name the format. */
export async function savePolicyAs(server: Server, to?: PolicyFormat): Promise<void> {
  const source = vscode.window.activeTextEditor?.document.uri;
  if (!source) return void sayNoPolicy();
  const named = policyFormats.find((id) => id === to);
  const format = named ?? (await pickTerm(policyFormats, formats, 'Save Policy As', 'How the policy is delivered'));
  if (!format) return;
  const params: ConvertParams = { uri: source.toString(), to: format };
  const answer = await server.ask<ConvertAnswer | null>(requests.convert, params);
  if (!answer) return void sayNoPolicy();
  if ('problem' in answer) return void vscode.window.showErrorMessage(answer.problem);
  const { text, encoding, fileName, warnings } = answer;
  const { label, extension } = formats[format];
  const target = await vscode.window.showSaveDialog({
    title: `Save Policy as ${label}`,
    defaultUri: vscode.Uri.joinPath(
      source.scheme === 'untitled' ? source.with({ scheme: 'file' }) : source,
      '..',
      fileName,
    ),
    filters: { [label]: [extension] },
  });
  if (!target) return;
  await vscode.workspace.fs.writeFile(target, bytesOf(text, encoding));
  await vscode.commands.executeCommand('vscode.open', target);
  if (warnings.length > 0) void vscode.window.showWarningMessage(warnings.join(' '));
}

const bytesOf = (text: string, encoding: TextEncoding): Uint8Array =>
  encoding === 'utf-16le' ? Buffer.from(`\uFEFF${text}`, 'utf16le') : Buffer.from(text, 'utf8');
