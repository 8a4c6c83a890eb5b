import type { ServerCapabilities } from 'vscode-languageserver';
import type { Session } from '../session.ts';

/** Registers request handlers and returns the corresponding capabilities, so that the two stay in sync. */
export type Feature = (session: Session) => Partial<ServerCapabilities>;
