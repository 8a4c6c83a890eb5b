import { requests, type SourcesChoice, type TreeRow } from '../../protocol.ts';
import { toPlace } from '../convert.ts';
import type { Evaluation } from '../effective.ts';
import { containedWhenRead } from '../handle.ts';
import type { Session } from '../session.ts';
import { sourceCandidates } from '../sources.ts';
import { type TreeInput, treeContext } from '../tree/context.ts';
import { policyRows } from '../tree/policyRows.ts';
import { treeRows } from '../tree/rows.ts';
import type { Feature } from './feature.ts';

/** The two lists of the side bar: org plugins, and policies. */
export const tree: Feature = (session) => {
  session.connection.onRequest(
    requests.tree,
    containedWhenRead(session, 'tree', [] as TreeRow[], async (choice: SourcesChoice | null) =>
      treeRows(inputOf(session, await session.evaluator.choose(choice ?? {}))),
    ),
  );
  session.connection.onRequest(
    requests.policies,
    containedWhenRead(session, 'policies', [] as TreeRow[], async (choice: SourcesChoice | null) => {
      const evaluation = await session.evaluator.choose(choice ?? {});
      return policyRows(treeContext(inputOf(session, evaluation)), sourceCandidates(session), evaluation);
    }),
  );
  return {};
};

const inputOf = ({ workspace, publisher, texts }: Session, { result }: Evaluation): TreeInput => ({
  workspace,
  findings: [...publisher.all()].flatMap(([, { diagnostics }]) => diagnostics),
  effective: result,
  place: (uri, range) => toPlace(texts, uri, range),
});
