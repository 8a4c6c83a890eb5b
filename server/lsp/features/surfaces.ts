import { normalise, type PluginRoot, surfacesOf, viewOf } from '../../core/index.ts';
import { type PluginChoice, requests, type SurfacesAnswer, type SurfacesParams } from '../../protocol.ts';
import { toPlace } from '../convert.ts';
import { handle } from '../handle.ts';
import type { Session } from '../session.ts';
import { labelOf } from '../sources.ts';
import type { Feature } from './feature.ts';

/** Lists plugins, and the parts of one with every surface on which they work. */
export const surfaces: Feature = (session) => {
  session.connection.onRequest<PluginChoice[], void>(
    requests.plugins,
    handle(session, { what: 'plugins', empty: [], wait: 'loaded', about: 'workspace' }, () =>
      session.workspace.roots.all().map((root) => ({
        uri: session.texts.spelling(root.uri),
        name: root.directory,
        label: labelOf(session, root.uri),
      })),
    ),
  );
  session.connection.onRequest<SurfacesAnswer | null, void>(
    requests.surfaces,
    handle(
      session,
      { what: 'surfaces', empty: null, wait: 'loaded', about: 'workspace' },
      ({ uri }: SurfacesParams) => {
        const root = session.workspace.roots.pluginOf(normalise(uri));
        return root ? answer(session, root) : null;
      },
    ),
  );
  return {};
};

function answer(session: Session, root: PluginRoot): SurfacesAnswer {
  const { workspace, target, texts } = session;
  const found = surfacesOf(viewOf(workspace, new Set()), root, target);
  return {
    ...found,
    uri: texts.spelling(root.uri),
    label: labelOf(session, root.uri),
    groups: found.groups.map(({ parts, ...group }) => ({
      ...group,
      parts: parts.map(({ name, count, uri, range }) => ({ name, count, place: toPlace(texts, uri, range) })),
    })),
  };
}
