import type { ServerCapabilities } from 'vscode-languageserver';
import type { Session } from '../session.ts';

/** Registers what it handles and returns the capability that says so, so that the two cannot part. */
export type Feature = (session: Session) => Partial<ServerCapabilities>;
