import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import {
  type Diagnostic,
  type Fix,
  ignore,
  isAboutSuppressions,
  normalise,
  reachOf,
  turnOff,
} from '../../core/index.ts';
import { type IgnoreAnswer, type IgnoreParams, ignoreCommand, requests } from '../../protocol.ts';
import { toDiagnostic, toOffset, toPlace, toWorkspaceEdit } from '../convert.ts';
import { handle } from '../handle.ts';
import type { Session } from '../session.ts';
import type { Feature } from './feature.ts';

/** Suppresses a finding with a reason that the client asked for. */
export const ignoring: Feature = (session) => {
  session.connection.onRequest(
    requests.ignore,
    handle(
      session,
      { what: 'ignoring', empty: null as IgnoreAnswer | null, wait: 'none', about: 'workspace' },
      async ({ reason, rule, ...place }: IgnoreParams) => {
        const { workspace, folders, texts, client, connection } = session;
        const uri = normalise(place.uri);
        const document = session.syncDocument(uri);
        if (!document) return null;
        const start = toOffset(texts.lines(uri), place);
        const fix = ignore(workspace, folders, document, { rule, range: { start, end: start } }, reason);
        const edit = fix && toWorkspaceEdit(uri, [fix], texts, client);
        if (!edit) return null;
        const { applied } = await connection.workspace.applyEdit({ label: fix.title, edit });
        return { applied };
      },
    ),
  );
  return {};
};

/** Returns actions that suppress findings, one per rule: here, or everywhere. */
export function ignoreActions(session: Session, uri: string, near: readonly Diagnostic[]): CodeAction[] {
  const { workspace, folders } = session;
  const document = workspace.get(uri);
  if (!document) return [];
  const rules = new Set<string>();
  return near
    .filter((problem) => session.publisher.isShown(problem) && !isAboutSuppressions(problem.rule))
    .filter(({ rule }) => !rules.has(rule) && rules.add(rule))
    .flatMap((problem) => {
      const here = session.client.commands
        ? asking(session, problem, reachOf(workspace, folders, document, problem))
        : editing(session, problem, ignore(workspace, folders, document, problem));
      return [...here, ...editing(session, problem, turnOff(workspace, folders, problem.rule))];
    });
}

/** A client that can ask for the reason gets a command for it. */
function asking(session: Session, problem: Diagnostic, reach: string | undefined): CodeAction[] {
  if (!reach) return [];
  const { uri, line, character } = toPlace(session.texts, problem.uri, problem.range);
  const finding: Omit<IgnoreParams, 'reason'> = { uri, rule: problem.rule, line, character };
  const title = `Ignore ${problem.rule} ${reach}, with a reason…`;
  return [{ ...about(session, problem), title, command: { title, command: ignoreCommand, arguments: [finding] } }];
}

function editing(session: Session, problem: Diagnostic, fix: Fix | undefined): CodeAction[] {
  const edit = fix && toWorkspaceEdit(problem.uri, [fix], session.texts, session.client);
  return edit ? [{ ...about(session, problem), title: fix.title, edit }] : [];
}

const about = ({ texts, host }: Session, problem: Diagnostic): Pick<CodeAction, 'kind' | 'diagnostics'> => ({
  kind: CodeActionKind.QuickFix,
  diagnostics: [toDiagnostic(problem, texts, host.rulePage?.(problem.rule))],
});
