import { type EffectiveResult, type KnownTool, Lines, type Origin, toContract } from '../../core/index.ts';
import {
  type LinesAnswer,
  type LinesParams,
  type PackedAnswer,
  requests,
  type UsedSources,
  type WhatIf,
} from '../../protocol.ts';
import { guessSentence } from '../../sides/sources.ts';
import type { Evaluation } from '../evaluator.ts';
import { excerpt, excerptOf, textOf } from '../excerpt.ts';
import { handle } from '../handle.ts';
import { packed } from '../pack.ts';
import type { Session } from '../session.ts';
import { fleetsIn, labelOf } from '../sources.ts';
import type { Feature } from './feature.ts';

export const effective: Feature = (session) => {
  const { connection, evaluator } = session;
  connection.onRequest(
    requests.effective,
    handle(
      session,
      { what: 'effective tools', empty: null as PackedAnswer | null, wait: 'loaded', about: 'workspace' },
      (whatIf: WhatIf | null) => answer(session, evaluator.evaluate(whatIf ?? {})),
    ),
  );
  connection.onRequest(
    requests.contract,
    handle(
      session,
      { what: 'effective tools as JSON', empty: null as object | null, wait: 'loaded', about: 'workspace' },
      (whatIf: WhatIf | null) => contract(session, evaluator.evaluate(whatIf ?? {})),
    ),
  );
  connection.onRequest(
    requests.lines,
    handle(
      session,
      { what: 'lines of a file', empty: null as LinesAnswer | null, wait: 'loaded', about: 'workspace' },
      (params: LinesParams) => excerpt(session, params),
    ),
  );
  return {};
};

function contract(session: Session, { result, documents }: Evaluation): object {
  return toContract(result, (uri) => {
    const text = documents.get(uri)?.text ?? textOf(session, uri);
    return text === undefined ? undefined : { file: labelOf(session, uri), text };
  });
}

function answer(session: Session, evaluation: Evaluation): PackedAnswer {
  const { result, input, documents, unreadable } = evaluation;
  const small = packed(result);
  const uris = new Set<string>();
  addUris(small, uris);
  const files = [...uris].map((uri) => {
    const text = documents.get(uri)?.text ?? textOf(session, uri) ?? '';
    return [uri, { label: labelOf(session, uri), lines: lineStarts(text) }] as const;
  });
  return {
    ...small,
    files: Object.fromEntries(files),
    sources: usedSources(session, evaluation),
    guesses: guessesOf(session, evaluation),
    ...(fleetsIn(session.workspace).length > 0 || evaluation.fleet ? { fleet: shownFleet(evaluation) } : {}),
    unreadable: unreadable.map(({ document: { uri, text }, problem: { message, range } }) => {
      const { line } = new Lines(text).positionAt(range.start);
      return { uri, message, line, around: excerptOf(session, uri, text, line) };
    }),
    supposed: supposed(session, evaluation),
    tools: Object.fromEntries([...input.tools].map(([server, tools]) => [server, hintsOf(tools)])),
  };
}

function guessesOf(session: Session, { ambiguous, fleet }: Evaluation): string[] {
  const unused =
    fleet && 'problem' in fleet
      ? [`Fleet \`${fleet.name}\` cannot be used: ${fleet.problem}. The files that were found are used instead.`]
      : [];
  return [...unused, ...ambiguous.map((each) => guessSentence(each, (uri) => labelOf(session, uri)))];
}

const shownFleet = ({ fleet }: Evaluation): NonNullable<PackedAnswer['fleet']> => ({
  name: fleet?.name ?? null,
  ...(fleet && 'problem' in fleet && { problem: fleet.problem }),
});

/** Returns the sources that were used: chosen, found, and what-if. */
function usedSources({ chosen }: Session, { sources, whatIf }: Evaluation): UsedSources {
  const { policies, orgPlugins, userConfig } = sources;
  return {
    ...chosen,
    policies,
    ...(orgPlugins !== undefined && { orgPlugins }),
    ...(userConfig !== undefined && { userConfig }),
    ...whatIf,
  };
}

/** Returns the plugins that the what-if adds or removes, compared with reality. */
function supposed({ evaluator }: Session, { whatIf, result }: Evaluation): PackedAnswer['supposed'] {
  if (!whatIf.installed && !whatIf.uninstalled) return { added: [], removed: [] };
  const active = ({ plugins }: EffectiveResult) => plugins.filter((each) => each.active).map((each) => each.directory);
  const before = active(evaluator.evaluate().result);
  const after = active(result);
  return {
    added: after.filter((name) => !before.includes(name)),
    removed: before.filter((name) => !after.includes(name)),
  };
}

const hintsOf = (tools: readonly KnownTool[]): PackedAnswer['tools'][string] =>
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

/** Adds the file of every origin in a result, at any depth. A plain recursion: a generator takes several times as long. */
function addUris(value: unknown, uris: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  if (isOrigin(value)) uris.add(value.uri);
  else for (const inner of Array.isArray(value) ? value : Object.values(value)) addUris(inner, uris);
}

const isOrigin = (value: object): value is Origin =>
  'uri' in value && 'range' in value && typeof value.uri === 'string' && typeof value.range === 'object';

const lineStarts = (text: string): number[] => [
  0,
  ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: newline }) => index + newline.length),
];
