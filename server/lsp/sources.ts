import { nameOf, parentOf, pathIn } from '../core/base/uri.ts';
import { propertiesOf } from '../core/syntax/node.ts';
import { parse } from '../core/workspace/parse.ts';
import type { PolicyRoleChoice, SourceCandidates } from '../protocol.ts';
import { claudeCodeNames } from './furtherSources.ts';
import type { Session } from './session.ts';

/** How people know a file: its path in the workspace. */
export const labelOf = ({ folders }: Session, uri: string): string =>
  folders.map((folder) => pathIn(folder, uri)).find(Boolean) ?? nameOf(uri);

/** The files that an effective tool set can be made of. Policies inside plugins are examples, and those that are not saved yet rule no device: both do not count. */
export function sourceCandidates(session: Session): SourceCandidates {
  const { workspace, texts } = session;
  const documents = [...workspace.all()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
  const named = (uri: string) => ({ uri: texts.spelling(uri), label: labelOf(session, uri) });
  const plugins = workspace.roots.all();
  return {
    policies: documents
      .filter(({ kind, uri }) => kind.id === 'policy' && uri.startsWith('file:') && !workspace.roots.pluginOf(uri))
      .map((document) => ({ ...named(document.uri), keys: propertiesOf(parse(document).root).length })),
    mounts: pluginFolders(session).map((uri) => ({
      ...named(uri),
      plugins: plugins.filter((root) => parentOf(root.uri) === uri).length,
    })),
    userConfigs: documents.filter(({ kind }) => kind.id === 'desktopConfig').map(({ uri }) => named(uri)),
    extensions: documents.filter(({ kind }) => kind.id === 'bundle').map(({ uri }) => named(uri)),
    claudeCode: claudeCodeUris(session).map(named),
    roles,
  };
}

/** Org-plugins folders first; then folders of marketplaces that hold plugins, as they were fetched. */
function pluginFolders({ workspace }: Session): string[] {
  const { roots, files } = workspace;
  const ofMarketplaces = [...files.folders()].filter((folder) =>
    files.file(`${folder}/.claude-plugin/marketplace.json`),
  );
  const parents = roots
    .all()
    .map(({ uri }) => parentOf(uri))
    .filter((folder) => ofMarketplaces.some((top) => folder === top || folder.startsWith(`${top}/`)));
  return [...new Set([...roots.mounts(), ...parents.sort()])];
}

/** Claude Code's own managed files; a file of that name may be a policy of the desktop app, too. */
function claudeCodeUris({ workspace }: Session): string[] {
  const { files } = workspace;
  return [...files.folders()]
    .flatMap((folder) => claudeCodeNames.map((name) => files.file(`${folder}/${name}`)?.uri ?? ''))
    .filter((uri) => uri !== '' && workspace.get(uri)?.kind.id !== 'policy')
    .sort();
}

/** Where a policy may stand on a device, in the words of administrators. */
const roles: readonly PolicyRoleChoice[] = [
  { role: 'managed', label: 'Managed', detail: 'A profile, a registry file with its own hives, or the file for Linux' },
  { role: 'machine', label: 'macOS, this computer', detail: 'Preferences of the computer' },
  { role: 'user', label: 'macOS, this user', detail: 'Preferences of the user; they win key by key' },
  { role: 'hklm', label: 'Windows, HKLM', detail: 'The hive of the computer; any value there makes HKCU ignored' },
  { role: 'hkcu', label: 'Windows, HKCU', detail: 'The hive of the user' },
  { role: 'bootstrap', label: 'Bootstrap', detail: 'What the bootstrap server answers' },
  { role: 'local', label: 'Local', detail: 'What was applied in the app itself' },
];
