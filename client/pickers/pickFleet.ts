import * as vscode from 'vscode';
import { requests, type SourceCandidates } from '../../server/protocol.ts';
import type { Choice } from '../choice.ts';
import type { Server } from '../server.ts';

/** *Choose Fleet*: evaluates the files that a fleet of `.plugboard.json` names. */
export async function pickFleet(server: Server, choice: Choice): Promise<void> {
  const { fleets } = await server.ask<SourceCandidates>(requests.sourceCandidates);
  if (fleets.length === 0) {
    await vscode.window.showInformationMessage('This workspace has no fleet. Add `fleets` to `.plugboard.json`.');
    return;
  }
  const { fleet: chosen } = choice.sources;
  const items = fleets.map(({ folder, name, label }) => ({
    label: `$(server-environment) ${name}`,
    description: [label, chosen?.folder === folder && chosen.name === name ? 'chosen' : '']
      .filter((word) => word !== '')
      .join(' · '),
    fleet: { folder, name },
  }));
  const none = { label: '$(sparkle) No fleet', description: 'the files that Plugboard finds', fleet: undefined };
  const picked = await vscode.window.showQuickPick([...items, none], {
    title: 'Choose Fleet',
    placeHolder: 'The computers to evaluate',
    matchOnDescription: true,
  });
  if (picked) await choice.remember({ fleet: picked.fleet });
}
