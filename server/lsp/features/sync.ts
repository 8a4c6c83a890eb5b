import { type DidCloseTextDocumentParams, TextDocumentSyncKind } from 'vscode-languageserver';
import { nameOf, parentOf } from '../../core/index.ts';
import { settingsFile } from '../../settings.ts';
import { contain, logError } from '../log.ts';
import type { Session } from '../session.ts';
import { followTyping, reload } from './configuration.ts';
import type { Feature } from './feature.ts';

/** Keeps the session's texts equal to the editor's. */
export const sync: Feature = (session) => {
  const { connection, open } = session;
  const typed = followTyping(session);
  connection.onDidOpenTextDocument(({ textDocument }) => {
    contain(connection, 'open', () => {
      const uri = open.open(textDocument);
      session.set(uri, textDocument.text);
      // An editor may open it with unsaved changes from before it was closed.
      if (nameOf(uri) === settingsFile) typed();
    });
  });
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    contain(connection, 'change', () => {
      const changed = open.change(textDocument.uri, contentChanges, textDocument.version);
      if (!changed) return;
      // Whoever edits a document that was left out may have removed what was wrong with it.
      session.leftOut.delete(changed.uri);
      session.set(changed.uri, changed.text);
      if (nameOf(changed.uri) === settingsFile) typed();
    });
  });
  connection.onDidCloseTextDocument((params) => {
    close(session, params).catch((error) => logError(session.connection, 'close', error));
  });
  return { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental } };
};

/** From here on the file on disk is authoritative; unsaved text is discarded. */
async function close(session: Session, { textDocument }: DidCloseTextDocumentParams): Promise<void> {
  const uri = session.open.close(textDocument.uri);
  await session.readFromDisk(uri);
  if (session.open.get(uri)) return;
  await forgetNames(session, uri);
  session.publisher.publish(uri, session.linter.diagnosticsFor(uri));
  if (nameOf(uri) === settingsFile) await reload(session);
  session.lintLater();
}

/** Removes the name of a file that existed only in the editor, and of folders that were known only because of it. */
async function forgetNames({ host, workspace, open }: Session, uri: string): Promise<void> {
  for (let at = uri; parentOf(at) !== at && workspace.files.list(at).length === 0; at = parentOf(at)) {
    if (await host.files.stat(at)) return;
    if (!open.get(at)) workspace.files.remove(at);
  }
}
