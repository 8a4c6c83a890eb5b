import { type CancellationToken, LSPErrorCodes, type Position, ResponseError } from 'vscode-languageserver';
import type { Lines } from '../core/base/text.ts';
import { normalise } from '../core/base/uri.ts';
import type { Document } from '../core/model.ts';
import { linesOf, toOffset } from './convert.ts';
import { logError } from './log.ts';
import type { Session } from './session.ts';

type Answer<R> = R | ResponseError<void>;

/** A request handler that honours cancellation and turns an exception into a logged error and the answer `empty`. */
export function contained<P, R>(
  session: Session,
  what: string,
  empty: R,
  run: (params: P, token: CancellationToken) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<Answer<R>> {
  return async (params, token) => {
    const cancelled = new ResponseError<void>(LSPErrorCodes.RequestCancelled, 'cancelled');
    if (token.isCancellationRequested) return cancelled;
    try {
      const answer = await run(params, token);
      return token.isCancellationRequested ? cancelled : answer;
    } catch (error) {
      logError(session.connection, what, error);
      return empty;
    }
  };
}

/** The same of what is known only when the workspace has been read: who asks earlier waits. */
export const containedWhenRead = <P, R>(
  session: Session,
  what: string,
  empty: R,
  run: (params: P, token: CancellationToken) => R | Promise<R>,
): ((params: P, token: CancellationToken) => Promise<Answer<R>>) =>
  contained(session, what, empty, async (params: P, token) => {
    await session.ready;
    return run(params, token);
  });

interface Asked {
  readonly textDocument: { readonly uri: string };
  readonly position?: Position;
}

export interface Subject<P> {
  readonly document: Document;
  readonly lines: Lines;
  /** The offset of the asked position; 0 where none was asked. */
  readonly offset: number;
  readonly params: P;
}

/** A request about one document: `run` is called with it, and only if it is one of ours. */
export const handle = <P extends Asked, R>(session: Session, what: string, empty: R, run: (subject: Subject<P>) => R) =>
  contained(session, what, empty, aboutDocument(session, empty, run));

/** The same of what is known only when the workspace has been read: who asks earlier waits. */
export const handleWhenRead = <P extends Asked, R>(
  session: Session,
  what: string,
  empty: R,
  run: (subject: Subject<P>) => R,
) => containedWhenRead(session, what, empty, aboutDocument(session, empty, run));

/** The same of what hangs on other files too: who asks while the user types waits until the typing pauses. */
export const handleWhenSettled = <P extends Asked, R>(
  session: Session,
  what: string,
  empty: R,
  run: (subject: Subject<P>) => R | Promise<R>,
) =>
  contained(session, what, empty, async (params: P) => {
    await session.settled();
    return aboutDocument<P, R | Promise<R>>(session, empty, run)(params);
  });

const aboutDocument =
  <P extends Asked, R>(session: Session, empty: R, run: (subject: Subject<P>) => R) =>
  (params: P): R => {
    const document = session.document(normalise(params.textDocument.uri));
    if (!document) return empty;
    const lines = linesOf(document);
    return run({ document, lines, offset: params.position ? toOffset(lines, params.position) : 0, params });
  };
