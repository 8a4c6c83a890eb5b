import { requests, type SourceCandidates } from '../../protocol.ts';
import { containedWhenRead } from '../handle.ts';
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

export const sources: Feature = (session) => {
  session.connection.onRequest<SourceCandidates, void>(
    requests.sources,
    containedWhenRead(session, 'sources', none, () => sourceCandidates(session)),
  );
  return {};
};
