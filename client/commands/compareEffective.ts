import * as vscode from 'vscode';
import { profileNames, profileTerms } from '../../server/core/vocabulary/policyNames.ts';
import { type CompareSide, type CompareToolsParams, requests, type SourceCandidates } from '../../server/protocol.ts';
import { pickTerm } from '../pickers/pickTerm.ts';
import type { Server } from '../server.ts';

type Sides = Pick<CompareToolsParams, 'before' | 'after'>;

const now: CompareSide = { is: 'now' };
const head: CompareSide = { is: 'revision', revision: 'HEAD' };

/** *Compare Effective Tools…*: asks for the sides of the comparison. Undefined if the user cancels. */
export async function chooseSides(server: Server): Promise<Sides | undefined> {
  const withGit = [
    {
      label: '$(git-commit) Unsaved changes vs last commit',
      description: 'HEAD',
      run: () => ({ before: head, after: now }),
    },
    { label: '$(git-branch) Unsaved changes vs another revision…', description: '', run: () => withNow(revision()) },
  ];
  const items = [
    ...(vscode.workspace.isTrusted ? withGit : []),
    { label: '$(shield) Two policies…', description: '', run: () => two(() => policy(server)) },
    { label: '$(law) The policy vs a profile…', description: '', run: () => withNow(profile()) },
    {
      label: '$(folder) The plugins vs another folder…',
      description: '',
      run: () => two(() => plugins(server)),
    },
  ];
  const placeHolder = vscode.workspace.isTrusted
    ? 'Shows what changes in what Claude may do'
    : 'Comparing revisions runs git, which requires a trusted workspace';
  const picked = await vscode.window.showQuickPick(items, { title: 'Compare Effective Tools', placeHolder });
  return picked?.run();
}

/** Asks for another value of one side. */
export async function chooseSide(server: Server, which: 'Before' | 'After'): Promise<CompareSide | undefined> {
  const items = [
    { label: '$(edit) Unsaved changes', run: async (): Promise<CompareSide | undefined> => now },
    ...(vscode.workspace.isTrusted ? [{ label: '$(git-commit) A revision…', run: revision }] : []),
    { label: '$(shield) A policy…', run: () => policy(server) },
    { label: '$(law) A profile…', run: profile },
    { label: '$(folder) Another folder of plugins…', run: () => plugins(server) },
  ];
  return (await vscode.window.showQuickPick(items, { title: which }))?.run();
}

async function withNow(side: Promise<CompareSide | undefined>): Promise<Sides | undefined> {
  const before = await side;
  return before && { before, after: now };
}

async function two(ask: () => Promise<CompareSide | undefined>): Promise<Sides | undefined> {
  const before = await ask();
  const after = before && (await ask());
  return before && after && { before, after };
}

async function revision(): Promise<CompareSide | undefined> {
  const name = await vscode.window.showInputBox({
    title: 'Compare with a Revision',
    prompt: 'A branch, a tag, a commit, HEAD~3',
    value: 'main',
    validateInput: (text) => (text.trim() === '' || text.startsWith('-') ? 'Enter a revision.' : undefined),
  });
  return name === undefined ? undefined : { is: 'revision', revision: name.trim() };
}

async function profile(): Promise<CompareSide | undefined> {
  const chosen = await pickTerm(profileNames, profileTerms, 'Compare with a Profile', 'The profile to compare with');
  return chosen && { is: 'profile', profile: chosen };
}

async function policy(server: Server): Promise<CompareSide | undefined> {
  const { policies } = await server.ask<SourceCandidates>(requests.sourceCandidates);
  const items = policies.map(({ uri, label }) => ({ label: `$(shield) ${label}`, uri }));
  const picked = await vscode.window.showQuickPick(items, { title: 'Choose a Policy to Compare' });
  return picked && { is: 'policy', uri: picked.uri };
}

async function plugins(server: Server): Promise<CompareSide | undefined> {
  const { mounts } = await server.ask<SourceCandidates>(requests.sourceCandidates);
  const items = mounts.map(({ uri, label }) => ({ label: `$(folder) ${label}`, uri }));
  const picked = await vscode.window.showQuickPick(items, { title: 'Choose a Folder of Plugins to Compare' });
  return picked && { is: 'plugins', uri: picked.uri };
}
