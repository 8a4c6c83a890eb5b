import * as vscode from 'vscode';
import type { ChosenSources, PolicyRoleChoice, SourceCandidates } from '../../server/protocol.ts';

type Policies = NonNullable<ChosenSources['policies']>;

/** Asks for several policies, and how each reaches a device. Undefined if the user cancels. */
export async function pickPolicies(
  { policies, roles }: SourceCandidates,
  before: Policies = [],
): Promise<Policies | undefined> {
  const items = policies.map(({ uri, label, keys }) => ({
    label: `$(shield) ${label}`,
    description: `${keys} ${keys === 1 ? 'key' : 'keys'}`,
    picked: before.some((policy) => policy.uri === uri),
    name: label,
    uri,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Choose Policy Files',
    placeHolder: 'All policies on one computer',
    canPickMany: true,
  });
  if (!picked) return undefined;
  const chosen: { uri: string; role: string }[] = [];
  for (const { uri, name } of picked) {
    const role = await roleOf(name, roles, before.find((policy) => policy.uri === uri)?.role);
    if (role === undefined) return undefined;
    chosen.push({ uri, role });
  }
  return chosen;
}

async function roleOf(file: string, roles: readonly PolicyRoleChoice[], before: string | undefined) {
  const items = roles.map(({ role, label, detail }) => ({
    label,
    detail,
    description: role === before ? 'chosen' : '',
    role,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: `Where is ${file} delivered on a computer?`,
    placeHolder: 'Its role decides which policy takes precedence',
    matchOnDetail: true,
  });
  return picked?.role;
}
