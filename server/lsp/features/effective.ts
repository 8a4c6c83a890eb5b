import { Lines } from '../../core/base/text.ts';
import type { KnownTool } from '../../core/effective/input.ts';
import type { EffectiveResult, Origin } from '../../core/effective/model.ts';
import { toContract } from '../../core/effective/toContract.ts';
import {
  type EffectiveAnswer,
  type LinesAnswer,
  type LinesParams,
  type PackedAnswer,
  requests,
  type SourcesChoice,
} from '../../protocol.ts';
import { type Evaluation, withoutWhatIf } from '../effective.ts';
import { excerpt, excerptOf } from '../excerpt.ts';
import { containedWhenRead } from '../handle.ts';
import { packed } from '../pack.ts';
import type { Session } from '../session.ts';
import { labelOf } from '../sources.ts';
import type { Feature } from './feature.ts';

export const effective: Feature = (session) => {
  session.connection.onRequest(
    requests.effective,
    containedWhenRead(
      session,
      'effective tools',
      null as EffectiveAnswer | null,
      async (choice: SourcesChoice | null) => answer(session, await session.evaluator.choose(choice ?? {})),
    ),
  );
  session.connection.onRequest(
    requests.effectivePacked,
    containedWhenRead(
      session,
      'effective tools, packed',
      null as PackedAnswer | null,
      async (choice: SourcesChoice | null) => packedAnswer(session, await session.evaluator.choose(choice ?? {})),
    ),
  );
  session.connection.onRequest(
    requests.lines,
    containedWhenRead(session, 'lines of a file', null as LinesAnswer | null, (params: LinesParams) =>
      excerpt(session, params),
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
    const text = documents.get(uri)?.text ?? session.evaluator.textOf(uri);
    return text === undefined ? undefined : { file: labelOf(session, uri), text };
  });
}

function answer(session: Session, evaluation: Evaluation): EffectiveAnswer {
  const { verdicts: _, ...rest } = packedAnswer(session, evaluation);
  return { ...rest, result: evaluation.result };
}

function packedAnswer(session: Session, evaluation: Evaluation): PackedAnswer {
  const { result, input, sources, documents, unreadable } = evaluation;
  const small = packed(result);
  const uris = [...new Set([...originsIn(small)].map(({ uri }) => uri))];
  const files = uris.map((uri) => {
    const text = documents.get(uri)?.text ?? session.evaluator.textOf(uri) ?? '';
    return [uri, { label: labelOf(session, uri), lines: lineStarts(text) }] as const;
  });
  return {
    ...small,
    files: Object.fromEntries(files),
    sources,
    unreadable: unreadable.map(({ document: { uri, text }, problem: { message, range } }) => {
      const { line } = new Lines(text).positionAt(range.start);
      return { uri, message, line, around: excerptOf(session, uri, text, line) };
    }),
    supposed: supposed(session, sources, result),
    tools: Object.fromEntries([...input.tools].map(([server, tools]) => [server, hintsOf(tools)])),
  };
}

/** The plugins that the choice adds to what is so, or takes away from it. */
function supposed(session: Session, sources: SourcesChoice, { plugins }: EffectiveResult): EffectiveAnswer['supposed'] {
  if (!sources.installed && !sources.uninstalled) return { added: [], removed: [] };
  const active = (list: EffectiveResult['plugins']) => list.filter((each) => each.active).map((each) => each.directory);
  const real = active(session.evaluator.evaluate(withoutWhatIf(sources)).result.plugins);
  const now = active(plugins);
  return {
    added: now.filter((name) => !real.includes(name)),
    removed: real.filter((name) => !now.includes(name)),
  };
}

const hintsOf = (tools: readonly KnownTool[]): EffectiveAnswer['tools'][string] =>
  Object.fromEntries(
    tools.map(({ name, readOnly, destructive, description }) => [
      name,
      {
        ...(readOnly !== undefined && { readOnly }),
        ...(destructive !== undefined && { destructive }),
        ...(description !== undefined && { description }),
      },
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

const lineStarts = (text: string): number[] => [
  0,
  ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: newline }) => index + newline.length),
];
