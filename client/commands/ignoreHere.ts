import * as vscode from 'vscode';
import { type IgnoreAnswer, type IgnoreParams, requests } from '../../server/protocol.ts';
import type { Server } from '../server.ts';

/** The finding to suppress; a keybinding may provide the reason too. */
export type Finding = Omit<IgnoreParams, 'reason'> & Partial<Pick<IgnoreParams, 'reason'>>;

/** *Ignore … here, with a reason…*: asks for the reason; the server writes the suppression. */
export async function ignoreHere(server: Server, finding: Finding): Promise<void> {
  const reason = finding.reason ?? (await ask(finding));
  if (reason === undefined) return;
  const dirty = new Set(settingsFiles().filter(({ isDirty }) => isDirty));
  const params: IgnoreParams = { ...finding, reason };
  const answer = await server.ask<IgnoreAnswer | null>(requests.ignore, params);
  if (!answer?.applied) {
    void vscode.window.showWarningMessage('The finding could not be ignored: `.plugboard.json` cannot be edited.');
  }
  // The settings file was changed without being shown, so the user would not think of saving it.
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
