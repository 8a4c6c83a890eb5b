import * as vscode from 'vscode';
import type { PackedAnswer } from '../../server/protocol.ts';
import type { Choice } from '../choice.ts';

/** Asks for the what-if set of installed plugins. Affects the panel only. */
export async function pickInstalled({ result }: PackedAnswer, choice: Choice): Promise<void> {
  const items = result.plugins
    .filter(({ reason }) => reason !== 'no-manifest')
    .map(({ directory, active, servers }) => ({
      label: directory,
      description: `${servers} ${servers === 1 ? 'server' : 'servers'}`,
      picked: active,
    }));
  const picked = await vscode.window.showQuickPick(items, {
    title: 'What if these plugins were installed?',
    placeHolder: 'Choose the plugins that a user has installed',
    canPickMany: true,
  });
  if (!picked) return;
  const installed = picked.map(({ label }) => label);
  const uninstalled = items.map(({ label }) => label).filter((label) => !installed.includes(label));
  choice.setWhatIf({ installed, uninstalled });
}
