import { nameOf, parentOf, parse, pathIn, propertiesOf, type Workspace } from '../core/index.ts';
import type { PolicyRoleChoice, SourceCandidates } from '../protocol.ts';
import { claudeCodeUris, extensionUris } from '../sides/additional.ts';
import { candidatesIn, choosablePluginFolders } from '../sides/sources.ts';
import type { Texts } from './convert.ts';

/** Returns the display name of a file: its path in the workspace. */
export const labelOf = ({ folders }: { readonly folders: readonly string[] }, uri: string): string =>
  folders.map((folder) => pathIn(folder, uri)).find(Boolean) ?? nameOf(uri);

interface Candidates {
  readonly folders: readonly string[];
  readonly workspace: Workspace;
  readonly texts: Texts;
}

/** Returns the files that a user can choose as sources of the effective tool set. */
export function sourceCandidates({ workspace, texts, folders }: Candidates): SourceCandidates {
  const named = (uri: string) => ({ uri: texts.spelling(uri), label: labelOf({ folders }, uri) });
  const { policies, userConfigs } = candidatesIn(workspace);
  const plugins = workspace.roots.all();
  return {
    policies: policies.map((uri) => ({ ...named(uri), keys: keysOf(workspace, uri) })),
    mounts: choosablePluginFolders(workspace).map((uri) => ({
      ...named(uri),
      plugins: plugins.filter((root) => parentOf(root.uri) === uri).length,
    })),
    userConfigs: userConfigs.map(named),
    extensions: extensionUris(workspace).map(named),
    claudeCode: claudeCodeUris(workspace).map(named),
    roles,
    fleets: fleetsIn(workspace).map(({ folder, name }) => ({
      folder: texts.spelling(folder),
      name,
      label: folders.map((each) => pathIn(each, folder)).find(Boolean) ?? '',
    })),
  };
}

/** Returns the fleets of all settings files in the workspace. */
export const fleetsIn = (workspace: Workspace): { readonly folder: string; readonly name: string }[] =>
  workspace.facts('fleet').map(({ uri, fact: { name } }) => ({ folder: parentOf(uri), name }));

function keysOf(workspace: Workspace, uri: string): number {
  const document = workspace.get(uri);
  return document ? propertiesOf(parse(document).root).length : 0;
}

/** How a policy reaches a device, in the words of administrators. */
const roles: readonly PolicyRoleChoice[] = [
  { role: 'managed', label: 'Managed', detail: 'A profile, a registry file with its own hives, or the Linux file' },
  { role: 'machine', label: 'macOS, this computer', detail: 'Machine-wide preferences' },
  {
    role: 'user',
    label: 'macOS, this user',
    detail: 'The user’s preferences; each key takes precedence over the machine-wide one',
  },
  { role: 'hklm', label: 'Windows, HKLM', detail: 'The machine hive; with any value there, HKCU is ignored' },
  { role: 'hkcu', label: 'Windows, HKCU', detail: 'The user hive' },
  { role: 'bootstrap', label: 'Bootstrap', detail: 'The response of the bootstrap server' },
  { role: 'local', label: 'Local', detail: 'The configuration applied in the app' },
];
