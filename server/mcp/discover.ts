import { setMaxListeners } from 'node:events';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { isForeign } from './explain.ts';
import type { Line } from './line.ts';
import { listTools } from './listTools.ts';
import {
  type Discovery,
  type DiscoveryOptions,
  type Failure,
  failure,
  type LocalServer,
  type ServerDescription,
} from './model.ts';
import { Program } from './program.ts';
import { openRemote } from './remote.ts';
import { secretsOf, withoutSecrets } from './secrets.ts';
import { openWindowsProgram } from './windowsProgram.ts';

/** The default time limit in milliseconds. */
const defaultTimeout = 30_000;

type Reason = 'timeout' | 'cancelled';

/**
 * Connects to a server, lists its tools, and closes the connection (and the program, with everything that it started). No tool
 * is called. Never throws, and always ends within the time limit.
 */
export async function discover(server: ServerDescription, options: DiscoveryOptions = {}): Promise<Discovery> {
  const { timeout = defaultTimeout, signal, progress = () => {} } = options;
  const stop = new AbortController();
  // Every page of tools adds a listener.
  setMaxListeners(0, stop.signal);
  const end = (reason: Reason) => stop.abort(reason);
  const timer = setTimeout(() => end('timeout'), timeout);
  const cancel = () => end('cancelled');
  if (signal?.aborted) cancel();
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    return withoutSecrets(await attempts(server, stop.signal, timeout, progress), secretsOf(server, options.secrets));
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
  }
}

/** If streamable HTTP is not supported, the older transport is tried, as the protocol specifies. */
async function attempts(
  server: ServerDescription,
  stop: AbortSignal,
  timeout: number,
  progress: (message: string) => void,
): Promise<Discovery> {
  const first = await attempt(server, stop, timeout, progress);
  if (first.ok || first.problem !== 'not-found' || server.transport !== 'http') return first;
  progress('Trying the older transport (SSE)');
  const second = await attempt({ ...server, transport: 'sse' }, stop, timeout, progress);
  const tellsMore = second.ok || ['unauthorized', 'forbidden', 'timeout', 'cancelled'].includes(second.problem);
  return tellsMore ? second : first;
}

async function attempt(
  server: ServerDescription,
  stop: AbortSignal,
  timeout: number,
  progress: (message: string) => void,
): Promise<Discovery> {
  if (stop.aborted) return stopped(stop, timeout, false);
  const line = open(server, stop);
  if ('problem' in line) return line;
  const client = new Client({ name: 'Plugboard', version: '1' }, { capabilities: {} });
  let isForeignText = false;
  client.onerror = (error) => {
    isForeignText ||= isForeign(error);
  };
  const late = new Promise<Failure>((resolve) => {
    stop.addEventListener('abort', () => resolve(stopped(stop, timeout, isForeignText)), { once: true });
  });
  progress(server.transport === 'stdio' ? 'Starting the program' : 'Connecting');
  const spoken = talk(client, line, { timeout, signal: stop }, progress).catch((error: unknown) =>
    stop.aborted ? stopped(stop, timeout, isForeignText) : line.explain(error),
  );
  const answer = await Promise.race([spoken, late]);
  await line.close();
  return answer;
}

function open(server: ServerDescription, stop: AbortSignal): Line | Failure {
  if (server.transport === 'stdio') return openProgram(server);
  const url = URL.canParse(server.url) ? new URL(server.url) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    return failure('other', 'The URL cannot be called: it must start with https:// or http://.');
  if (url.username || url.password)
    return failure(
      'other',
      'The URL contains a user name or password, which is not allowed in requests. Send them in a header.',
    );
  return openRemote(server, stop);
}

const openProgram = (server: LocalServer): Line =>
  process.platform === 'win32' ? openWindowsProgram(server) : new Program(server);

async function talk(
  client: Client,
  { transport }: Line,
  options: { readonly timeout: number; readonly signal: AbortSignal },
  progress: (message: string) => void,
): Promise<Discovery> {
  const started = performance.now();
  let protocolVersion = '';
  const setVersion = transport.setProtocolVersion?.bind(transport);
  transport.setProtocolVersion = (version) => {
    protocolVersion = version;
    setVersion?.(version);
  };
  await client.connect(transport, options);
  const latencyMs = Math.round(performance.now() - started);
  const { name = '', version = '' } = client.getServerVersion() ?? {};
  progress('Asking for its tools');
  const tools = await listTools(client, options, progress);
  return { ok: true, latencyMs, protocolVersion, server: { name, version }, tools };
}

function stopped(stop: AbortSignal, timeout: number, isForeignText: boolean): Failure {
  if (stop.reason === 'cancelled') return failure('cancelled', 'Cancelled.');
  const seconds = timeout / 1000;
  return isForeignText
    ? failure(
        'not-mcp',
        `The endpoint is not an MCP server: in ${seconds} s it sent only output that is not part of the protocol.`,
      )
    : failure('timeout', `The server did not answer in ${seconds} s. Allow more time, or check whether it is running.`);
}
