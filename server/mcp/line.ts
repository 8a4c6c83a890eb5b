import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { Failure } from './model.ts';

/** A way to a server, and what is known of why it failed. */
export interface Line {
  readonly transport: Transport;
  /** What went wrong when talking over it ended with `error`. */
  explain(error: unknown): Failure;
  /** Ends everything that was begun, in bounded time; never throws. */
  close(): Promise<void>;
}
