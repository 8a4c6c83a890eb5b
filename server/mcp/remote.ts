import { setTimeout as sleep } from 'node:timers/promises';
import { SSEClientTransport } from '@modelcontextprotocol/sdk/client/sse.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { networkFailure, sentenceOf, spokenFailure } from './explain.ts';
import type { Line } from './line.ts';
import { type Failure, failure, type RemoteServer } from './model.ts';
import { statusFailure, WatchedFetch } from './watchedFetch.ts';

/** The time limit for closing the session, in milliseconds. */
const farewell = 1000;

/** Opens the connection to a server over the network. Nothing is sent before the transport is started. */
export function openRemote(server: RemoteServer, stop: AbortSignal): Line {
  const url = new URL(server.url);
  const watched = new WatchedFetch(stop, server.transport === 'sse');
  const options = { fetch: watched.fetch, requestInit: { headers: { ...server.headers } } };
  const transport =
    server.transport === 'sse'
      ? new SSEClientTransport(url, options)
      : new StreamableHTTPClientTransport(url, { ...options, reconnectionOptions: never });
  return {
    transport,
    explain: (error) => explain(error, url, watched),
    close: async () => {
      const isSession = 'terminateSession' in transport && transport.sessionId !== undefined && !stop.aborted;
      if (isSession) await Promise.race([transport.terminateSession().catch(() => {}), sleep(farewell)]);
      await transport.close().catch(() => {});
    },
  };
}

/** Disables reconnecting. */
const never = {
  initialReconnectionDelay: 1000,
  maxReconnectionDelay: 1000,
  reconnectionDelayGrowFactor: 1,
  maxRetries: 0,
};

function explain(error: unknown, url: URL, { refused, failed }: WatchedFetch): Failure {
  const network = networkFailure(failed ?? error, url);
  if (network) return network;
  if (refused) return statusFailure(refused, url);
  if (failed) return failure('other', `${url.host} could not be called.`, sentenceOf(failed));
  return spokenFailure(error);
}
