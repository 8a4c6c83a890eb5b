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
  fleets: [],
};

/** The possible sources of the effective tool set, and the user's choice. */
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
