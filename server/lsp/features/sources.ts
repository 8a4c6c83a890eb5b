import { notifications, requests, type SourceCandidates } from '../../protocol.ts';
import { readChosenSources } from '../chosenSources.ts';
import { chosenSourcesOf } from '../chosenSourcesOf.ts';
import { handle } from '../handle.ts';
import { sourceCandidates } from '../sources.ts';
import type { Feature } from './feature.ts';

const none: SourceCandidates = {
  policies: [],
  mounts: [],
  userConfigs: [],
  extensions: [],
  claudeCode: [],
  roles: [],
};

/** What the effective tool set can be made of, and what the user chose of it. */
export const sources: Feature = (session) => {
  session.connection.onRequest<SourceCandidates, void>(
    requests.sourceCandidates,
    handle(session, { what: 'sources', empty: none, wait: 'loaded', about: 'workspace' }, () =>
      sourceCandidates(session),
    ),
  );
  session.connection.onNotification(notifications.sources, (chosen: unknown) => {
    session.choose(chosenSourcesOf(chosen), () => readChosenSources(session));
  });
  return {};
};
