import { requests, type SourcesChoice, type TreeRow } from '../../protocol.ts';
import { toPlace } from '../convert.ts';
import { containedWhenRead } from '../handle.ts';
import { treeRows } from '../tree/rows.ts';
import type { Feature } from './feature.ts';

export const tree: Feature = (session) => {
  session.connection.onRequest(
    requests.tree,
    containedWhenRead(session, 'tree', [] as TreeRow[], async (choice: SourcesChoice | null) => {
      const { workspace, publisher, evaluator, texts } = session;
      const { result } = await evaluator.choose(choice ?? {});
      return treeRows({
        workspace,
        findings: [...publisher.all()].flatMap(([, { diagnostics }]) => diagnostics),
        effective: result,
        place: (uri, range) => toPlace(texts, uri, range),
      });
    }),
  );
  return {};
};
