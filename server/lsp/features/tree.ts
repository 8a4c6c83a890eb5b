import { requests, type TreeRow, type WhatIf } from '../../protocol.ts';
import { toPlace } from '../convert.ts';
import type { Evaluation } from '../evaluator.ts';
import { handle } from '../handle.ts';
import type { Session } from '../session.ts';
import { sourceCandidates } from '../sources.ts';
import { type TreeInput, treeContext } from '../tree/context.ts';
import { policyRows } from '../tree/policyRows.ts';
import { treeRows } from '../tree/rows.ts';
import type { Feature } from './feature.ts';

/** The two views in the side bar: org plugins, and policies. */
export const tree: Feature = (session) => {
  const { connection, evaluator } = session;
  connection.onRequest(
    requests.tree,
    handle(
      session,
      { what: 'tree', empty: [] as TreeRow[], wait: 'loaded', about: 'workspace' },
      (whatIf: WhatIf | null) => treeRows(inputOf(session, evaluator.evaluate(whatIf ?? {}))),
    ),
  );
  connection.onRequest(
    requests.policies,
    handle(
      session,
      { what: 'policies', empty: [] as TreeRow[], wait: 'loaded', about: 'workspace' },
      (whatIf: WhatIf | null) => {
        const evaluation = evaluator.evaluate(whatIf ?? {});
        const context = treeContext(inputOf(session, evaluation));
        return policyRows(context, sourceCandidates(session), evaluation, session.chosen);
      },
    ),
  );
  return {};
};

const inputOf = ({ workspace, publisher, texts }: Session, { result }: Evaluation): TreeInput => ({
  workspace,
  findings: [...publisher.all()].flatMap(([, { diagnostics }]) => diagnostics),
  effective: result,
  place: (uri, range) => toPlace(texts, uri, range),
});
