import * as vscode from 'vscode';
import { requests, type SourceCandidates } from '../../server/protocol.ts';
import type { Choice } from '../choice.ts';
import type { Server } from '../server.ts';

const browse = 'Another folder…';

/** *Choose Org Plugins Folder*: selects the plugins of the effective tool set. */
export async function pickOrgPlugins(server: Server, choice: Choice): Promise<void> {
  const { mounts } = await server.ask<SourceCandidates>(requests.sourceCandidates);
  const items = mounts.map(({ uri, label, plugins }) => ({
    label: `$(folder) ${label}`,
    description: `${plugins} ${plugins === 1 ? 'plugin' : 'plugins'}${choice.sources.orgPlugins === uri ? ' · chosen' : ''}`,
    uri,
  }));
  const automatic = {
    label: '$(sparkle) Choose automatically',
    description: 'the folder that Plugboard finds',
    uri: '',
  };
  const other = { label: `$(folder-opened) ${browse}`, description: '', uri: browse };
  const picked = await vscode.window.showQuickPick([...items, automatic, other], {
    title: 'Choose Org Plugins Folder',
    placeHolder: 'The folder that Claude reads plugins from',
  });
  if (!picked) return;
  if (picked.uri === '') await choice.remember({ orgPlugins: undefined });
  else {
    const uri = picked.uri === browse ? await fromDisk() : picked.uri;
    if (uri) await choice.remember({ orgPlugins: uri });
  }
}

async function fromDisk(): Promise<string | undefined> {
  const only = { canSelectFiles: false, canSelectFolders: true };
  const [folder] = (await vscode.window.showOpenDialog({ title: 'Choose Org Plugins Folder', ...only })) ?? [];
  return folder?.toString();
}
