import type { KnownTool } from '../../core/effective/input.ts';
import type { Origin } from '../../core/effective/model.ts';
import { toContract } from '../../core/effective/toContract.ts';
import type { Document } from '../../core/model.ts';
import { type EffectiveAnswer, requests, type SourcesChoice } from '../../protocol.ts';
import { linesOf } from '../convert.ts';
import type { Evaluation } from '../effective.ts';
import { containedWhenRead } from '../handle.ts';
import type { Session } from '../session.ts';
import { labelOf } from '../sources.ts';
import type { Feature } from './feature.ts';

export const effective: Feature = (session) => {
  session.connection.onRequest(
    requests.effective,
    containedWhenRead(session, 'effective tools', null as EffectiveAnswer | null, (choice: SourcesChoice | null) =>
      answer(session, session.evaluator.choose(choice ?? {})),
    ),
  );
  session.connection.onRequest(
    requests.contract,
    containedWhenRead(session, 'effective tools as JSON', null as object | null, (choice: SourcesChoice | null) =>
      contract(session, session.evaluator.evaluate(choice ?? {})),
    ),
  );
  return {};
};

function contract(session: Session, { result, documents }: Evaluation): object {
  return toContract(result, (uri) => {
    const document = documents.get(uri) ?? session.workspace.get(uri);
    return document && { file: labelOf(session, uri), text: document.text };
  });
}

function answer(session: Session, { result, sources, documents, unreadable }: Evaluation): EffectiveAnswer {
  const uris = [...new Set([...originsIn(result)].map(({ uri }) => uri))];
  const files = uris.map((uri) => {
    const document = documents.get(uri) ?? session.workspace.get(uri);
    return [uri, { label: labelOf(session, uri), lines: document ? lineStarts(document) : [0] }] as const;
  });
  return {
    result,
    files: Object.fromEntries(files),
    sources,
    unreadable: unreadable.map(({ document, problem }) => ({
      uri: document.uri,
      message: problem.message,
      line: linesOf(document).positionAt(problem.range.start).line,
    })),
    tools: Object.fromEntries([...session.tools].map(([server, tools]) => [server, hintsOf(tools)])),
  };
}

const hintsOf = (tools: readonly KnownTool[]): EffectiveAnswer['tools'][string] =>
  Object.fromEntries(
    tools.map(({ name, readOnly, destructive }) => [
      name,
      { ...(readOnly !== undefined && { readOnly }), ...(destructive !== undefined && { destructive }) },
    ]),
  );

/** Every place that a result names, wherever in it. */
function* originsIn(value: unknown): Generator<Origin> {
  if (typeof value !== 'object' || value === null) return;
  if (isOrigin(value)) yield value;
  else for (const inner of Object.values(value)) yield* originsIn(inner);
}

const isOrigin = (value: object): value is Origin =>
  'uri' in value && 'range' in value && typeof value.uri === 'string' && typeof value.range === 'object';

const lineStarts = ({ text }: Document): number[] => [
  0,
  ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: newline }) => index + newline.length),
];
