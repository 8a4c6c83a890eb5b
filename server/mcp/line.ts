import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { Failure } from './model.ts';

/** A connection to a server, and what is known about its failures. */
export interface Line {
  readonly transport: Transport;
  /** Returns the reason for an `error` of the connection. */
  explain(error: unknown): Failure;
  /** Closes everything that was opened, in bounded time; never throws. */
  close(): Promise<void>;
}
