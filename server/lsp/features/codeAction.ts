import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { compatibleFixes, type Diagnostic, normalise, touches } from '../../core/index.ts';
import { toDiagnostic, toOffsets, toQuickFix, toWorkspaceEdit } from '../convert.ts';
import { handle } from '../handle.ts';
import type { Session } from '../session.ts';
import type { Feature } from './feature.ts';
import { ignoreActions } from './ignore.ts';

const fixAllKind = `${CodeActionKind.SourceFixAll}.plugboard`;

/** Quick fixes are part of their problems: they are taken from the last findings. */
export const codeAction: Feature = (session) => {
  session.connection.onCodeAction(
    handle(
      session,
      { what: 'code actions', empty: [] as CodeAction[], wait: 'loaded', about: 'workspace' },
      (params: CodeActionParams) => {
        // Fixes are only valid for the text in which they were found.
        session.flushNow();
        const uri = normalise(params.textDocument.uri);
        const found = session.publisher.publishedFor(uri);
        const only = params.context.only;
        if (!only) return quickFixes(session, uri, found, params);
        const asksFor = (kind: string) => only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
        return [
          ...(asksFor(CodeActionKind.QuickFix) ? quickFixes(session, uri, found, params) : []),
          ...(asksFor(fixAllKind) ? fixAll(session, uri, found) : []),
        ];
      },
    ),
  );
  return { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] } };
};

function quickFixes(
  session: Session,
  uri: string,
  found: readonly Diagnostic[],
  { range }: CodeActionParams,
): CodeAction[] {
  const { texts, publisher, client, host } = session;
  const asked = toOffsets(texts.lines(uri), range);
  const near = found.filter((problem) => touches(problem.range, asked.start) || touches(asked, problem.range.start));
  const cures = near.flatMap((problem) => {
    const fixes = problem.fixes ?? [];
    const shown = publisher.isShown(problem) ? toDiagnostic(problem, texts, host.rulePage?.(problem.rule)) : undefined;
    return fixes.flatMap((fix) => {
      const edit = toWorkspaceEdit(uri, [fix], texts, client);
      return edit ? [toQuickFix(fix, edit, shown, fixes.length === 1)] : [];
    });
  });
  // Offer suppressions last.
  return [...cures, ...ignoreActions(session, uri, near)];
}

/** Returns one action with all fixes that need no review; fixes that also move files are only offered as quick fixes. */
function fixAll(session: Session, uri: string, found: readonly Diagnostic[]): CodeAction[] {
  const fixes = compatibleFixes(found, ({ files }) => !files?.length).map(({ fix }) => fix);
  const edit = fixes.length > 0 && toWorkspaceEdit(uri, fixes, session.texts, session.client);
  return edit ? [{ title: 'Fix all Plugboard problems', kind: fixAllKind, edit }] : [];
}
