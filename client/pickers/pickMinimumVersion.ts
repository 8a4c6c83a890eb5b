import * as vscode from 'vscode';
import type { PackedAnswer } from '../../server/protocol.ts';
import type { Choice } from '../choice.ts';

/** Asks for the what-if minimum version, or opens the setting for the real one. */
export async function pickMinimumVersion({ result }: PackedAnswer, choice: Choice): Promise<void> {
  const { minimumVersion } = result.target;
  const suppose = {
    label: '$(beaker) What if it were another version…',
    detail: 'Affects this view only.',
  };
  const setting = { label: '$(gear) Change the setting…', detail: 'plugboard.target.minimumVersion' };
  const picked = await vscode.window.showQuickPick([suppose, setting], {
    title: `Minimum version: ${minimumVersion}`,
    placeHolder: 'The oldest version of Claude Desktop on your computers',
  });
  if (picked === setting) await vscode.commands.executeCommand('workbench.action.openSettings', setting.detail);
  if (picked !== suppose) return;
  const version = await vscode.window.showInputBox({
    title: 'What if the minimum version were…',
    prompt: 'A version, e.g. 1.24012.0. Empty: the version from the settings.',
    value: minimumVersion,
    validateInput: (text) =>
      /^(\d+(\.\d+)*)?$/.test(text) ? undefined : 'A version must be numbers separated by dots.',
  });
  if (version !== undefined) choice.setWhatIf({ minimumVersion: version === '' ? undefined : version });
}
