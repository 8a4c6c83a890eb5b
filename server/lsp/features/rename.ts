import {
  LSPErrorCodes,
  type PrepareRenameParams,
  type Range,
  type RenameFilesParams,
  type RenameParams,
  ResponseError,
  WillRenameFilesRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { editsOfMoves, normalise, RenameError, rename as renameAt, renameable } from '../../core/index.ts';
import { toRange, toWorkspaceEdit } from '../convert.ts';
import { handle, type Subject } from '../handle.ts';
import type { Session } from '../session.ts';
import type { Feature } from './feature.ts';

type Prepared = { range: Range; placeholder: string };

/** Renames symbols in all files, and updates paths when files move. */
export const rename: Feature = (session) => {
  const { connection, client, texts } = session;
  connection.onPrepareRename(
    handle(
      session,
      { what: 'rename', empty: null as Prepared | ResponseError<void> | null, wait: 'loaded', about: 'document' },
      (subject: Subject<PrepareRenameParams>) =>
        orRefusal(() => {
          const found = renameable(session.workspace, subject.document, subject.offset);
          return found ? { range: toRange(subject.lines, found.range), placeholder: found.name } : null;
        }),
    ),
  );
  connection.onRenameRequest(
    handle(
      session,
      { what: 'rename', empty: null as WorkspaceEdit | ResponseError<void> | null, wait: 'loaded', about: 'document' },
      (subject: Subject<RenameParams>) =>
        orRefusal(() => {
          const { document, offset, params } = subject;
          const { edits, files } = renameAt(session.workspace, document, offset, params.newName);
          const edit = toWorkspaceEdit(document.uri, [{ title: 'rename', edits, files }], texts, client);
          if (!edit) throw new RenameError('This editor cannot rename files together with their contents.');
          return edit;
        }),
    ),
  );
  connection.onRequest(
    WillRenameFilesRequest.type,
    handle(
      session,
      { what: 'moved files', empty: null as WorkspaceEdit | null, wait: 'loaded', about: 'workspace' },
      (params: RenameFilesParams) => moved(session, params),
    ),
  );
  const filters = [{ scheme: 'file', pattern: { glob: '**/*' } }];
  return {
    renameProvider: client.prepareRename ? { prepareProvider: true } : true,
    ...(client.willRename && { workspace: { fileOperations: { willRename: { filters } } } }),
  };
};

/** A rejected rename is an answer that the editor shows, not a failure of the server. */
function orRefusal<R>(run: () => R): R | ResponseError<void> {
  try {
    return run();
  } catch (error) {
    if (error instanceof RenameError) return new ResponseError(LSPErrorCodes.RequestFailed, error.message);
    throw error;
  }
}

function moved({ workspace, texts, client }: Session, { files }: RenameFilesParams): WorkspaceEdit | null {
  const moves = files.map(({ oldUri, newUri }) => ({ from: normalise(oldUri), to: normalise(newUri) }));
  const edits = editsOfMoves(workspace, moves);
  const [first] = moves;
  return edits.length > 0 && first
    ? (toWorkspaceEdit(first.from, [{ title: 'move', edits }], texts, client) ?? null)
    : null;
}
