import { normalise } from '../../core/index.ts';
import { notifications, requests } from '../../protocol.ts';
import { logError } from '../log.ts';
import type { Session } from '../session.ts';
import type { Feature } from './feature.ts';

/** Documents that the client leaves out because an earlier server did not survive them, and the sign that this server is alive. */
export const leftOut: Feature = (session) => {
  session.connection.onRequest(requests.alive, () => null);
  session.connection.onNotification(notifications.leftOut, (uris: unknown) => {
    const wanted = new Set(Array.isArray(uris) ? uris.map((uri) => normalise(String(uri))) : []);
    include(session, wanted).catch((error) => logError(session.connection, 'files left out', error));
  });
  return {};
};

/** Leaves out only `wanted` from now on, and reads the others again. */
async function include(session: Session, wanted: ReadonlySet<string>): Promise<void> {
  const again = [...session.leftOut].filter((uri) => !wanted.has(uri));
  session.leftOut = new Set(wanted);
  for (const uri of again) {
    if (session.open.get(uri)) session.syncDocument(uri);
    else await session.readFromDisk(uri);
  }
  if (again.length > 0) session.lintLater();
}
