import { parse } from '../core/parse.ts';
import { propertiesOf } from '../core/syntax/node.ts';
import { nameOf, pathIn } from '../core/uri.ts';
import type { SourceCandidates } from '../protocol.ts';
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
    mounts: workspace.roots
      .mounts()
      .map((uri) => ({ ...named(uri), plugins: plugins.filter(({ mount }) => mount === uri).length })),
    userConfigs: documents.filter(({ kind }) => kind.id === 'desktopConfig').map(({ uri }) => named(uri)),
  };
}
