import { type CancellationToken, LSPErrorCodes, type Position, ResponseError } from 'vscode-languageserver';
import { type Document, type Lines, normalise } from '../core/index.ts';
import { linesOf, toOffset } from './convert.ts';
import { logError } from './log.ts';
import type { Session } from './session.ts';

/** How a request is handled. */
interface Handling<R> {
  /** Its name in the log. */
  readonly what: string;
  /** The result of a request that failed, or whose document is not ours. */
  readonly empty: R;
  /**
   * `none`: needs only one text; waits only if the document may still turn out to be ours. `loaded`: depends on other files, so
   * it waits until the workspace and the chosen sources have been read. `idle`: too slow to repeat at every keystroke, so it also
   * waits until typing pauses.
   */
  readonly wait: 'none' | 'loaded' | 'idle';
}

type Handler<P, R> = (params: P, token: CancellationToken) => Promise<R | ResponseError<void>>;

interface DocumentParams {
  readonly textDocument: { readonly uri: string };
  readonly position?: Position;
}

/** The document that a request is about. */
export interface Subject<P> {
  readonly document: Document;
  readonly lines: Lines;
  /** The UTF-16 offset of the request's position; 0 if it has none. */
  readonly offset: number;
  readonly params: P;
}

/**
 * Returns a request handler that supports cancellation; if `run` throws, it logs the error and returns `empty`. For requests
 * about a document, `run` gets the document, and is called only if it is one of ours.
 */
export function handle<P extends DocumentParams, R>(
  session: Session,
  handling: Handling<R> & { readonly about: 'document' },
  run: (subject: Subject<P>) => R | Promise<R>,
): Handler<P, R>;
export function handle<P, R>(
  session: Session,
  handling: Handling<R> & { readonly about: 'workspace' },
  run: (params: P, token: CancellationToken) => R | Promise<R>,
): Handler<P, R>;
export function handle<R>(
  session: Session,
  { what, empty, wait, about }: Handling<R> & { readonly about: 'document' | 'workspace' },
  run: (subjectOrParams: never, token: CancellationToken) => R | Promise<R>,
): Handler<DocumentParams, R> {
  const answerTo = async (params: DocumentParams, token: CancellationToken): Promise<R> => {
    // The overloads ensure that `run` accepts these arguments for `about`.
    if (about === 'workspace') return run(params as never, token);
    const subject = subjectOf(session, params) ?? (await subjectWhenLoaded(session, params));
    return subject ? session.during(subject.document.uri, () => run(subject as never, token)) : empty;
  };
  // A request without parameters arrives as the token alone.
  return async (...received: [DocumentParams, CancellationToken] | [CancellationToken]) => {
    const token = received[1] ?? (received[0] as CancellationToken);
    const params = (received.length === 1 ? null : received[0]) as DocumentParams;
    const cancelled = new ResponseError<void>(LSPErrorCodes.RequestCancelled, 'cancelled');
    if (token.isCancellationRequested) return cancelled;
    try {
      if (wait === 'loaded') await session.whenLoaded();
      else if (wait === 'idle') await session.whenIdle();
      if (token.isCancellationRequested) return cancelled;
      const answer = await answerTo(params, token);
      return token.isCancellationRequested ? cancelled : answer;
    } catch (error) {
      logError(session.connection, what, error);
      return empty;
    }
  };
}

/** Looks again after the workspace has been read: other files may make a document ours, and editors do not repeat a request. */
async function subjectWhenLoaded<P extends DocumentParams>(
  session: Session,
  params: P,
): Promise<Subject<P> | undefined> {
  await session.whenLoaded();
  return subjectOf(session, params);
}

function subjectOf<P extends DocumentParams>(session: Session, params: P): Subject<P> | undefined {
  const document = session.syncDocument(normalise(params.textDocument.uri));
  if (!document) return undefined;
  const lines = linesOf(document);
  return { document, lines, offset: params.position ? toOffset(lines, params.position) : 0, params };
}
