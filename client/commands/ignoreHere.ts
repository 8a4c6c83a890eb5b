import * as vscode from 'vscode';
import { type IgnoreAnswer, type IgnoreParams, requests } from '../../server/protocol.ts';
import type { Server } from '../server.ts';

/** What is to be ignored; a keybinding may give the reason, too. */
export type Finding = Omit<IgnoreParams, 'reason'> & Partial<Pick<IgnoreParams, 'reason'>>;

/** *Ignore … here, with a reason…*: asks for the reason; the server writes it down where it belongs. */
export async function ignoreHere(server: Server, finding: Finding): Promise<void> {
  const reason = finding.reason ?? (await ask(finding));
  if (reason === undefined) return;
  const dirty = new Set(settingsFiles().filter(({ isDirty }) => isDirty));
  const params: IgnoreParams = { ...finding, reason };
  const answer = await server.ask<IgnoreAnswer | null>(requests.ignore, params);
  if (!answer?.applied) {
    void vscode.window.showWarningMessage('The finding could not be ignored: `.plugboard.json` cannot be edited.');
  }
  // It was changed behind the editor's back, and nobody would think of saving it.
  for (const document of settingsFiles()) if (document.isDirty && !dirty.has(document)) await document.save();
}

const ask = ({ rule }: Finding): Thenable<string | undefined> =>
  vscode.window.showInputBox({
    title: `Ignore ${rule}`,
    prompt: 'Why is this not a problem here? The next reader needs to know.',
    placeHolder: 'e.g. the name is fixed by the vendor',
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? 'Enter a reason.' : undefined),
  });

const settingsFiles = () => vscode.workspace.textDocuments.filter(({ uri }) => uri.path.endsWith('/.plugboard.json'));
