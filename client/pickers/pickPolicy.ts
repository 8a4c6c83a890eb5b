import * as vscode from 'vscode';
import { requests, type SourceCandidates } from '../../server/protocol.ts';
import type { Choice } from '../choice.ts';
import type { Server } from '../server.ts';
import { pickPolicies } from './pickPolicies.ts';

const browse = 'Another file…';

/** *Choose Policy File*: selects the policy of the effective tool set. */
export async function pickPolicy(server: Server, choice: Choice): Promise<void> {
  const candidates = await server.ask<SourceCandidates>(requests.sourceCandidates);
  const { policies } = candidates;
  const chosen = new Set(choice.sources.policies?.map(({ uri }) => uri));
  const items = policies.map(({ uri, label, keys }) => ({
    label: `$(shield) ${label}`,
    description: `${keys} ${keys === 1 ? 'key' : 'keys'}${chosen.has(uri) ? ' · chosen' : ''}`,
    uri,
  }));
  const automatic = {
    label: '$(sparkle) Choose automatically',
    description: 'the policy that Plugboard finds',
    uri: '',
  };
  const several = {
    label: '$(checklist) Several, with their roles…',
    description: 'profile, registry, bootstrap, local',
    uri: '',
  };
  const other = { label: `$(folder-opened) ${browse}`, description: '', uri: browse };
  const picked = await vscode.window.showQuickPick([...items, several, automatic, other], {
    title: 'Choose Policy File',
    placeHolder: 'The policy to evaluate',
  });
  if (!picked) return;
  if (picked === several) {
    const chosen = await pickPolicies(candidates, choice.sources.policies);
    if (chosen) await choice.remember({ policies: chosen });
  } else if (picked.uri === '') await choice.remember({ policies: undefined });
  else {
    const uri = picked.uri === browse ? await fromDisk() : picked.uri;
    if (uri) await choice.remember({ policies: [{ uri, role: 'managed' }] });
  }
}

async function fromDisk(): Promise<string | undefined> {
  const filters = { Policies: ['json', 'mobileconfig', 'plist', 'reg'] };
  const [file] = (await vscode.window.showOpenDialog({ title: 'Choose Policy File', filters })) ?? [];
  return file?.toString();
}
