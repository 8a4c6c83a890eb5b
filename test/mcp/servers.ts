import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';

/** A URL, and a function that stops the server. */
export interface Running {
  readonly url: string;
  readonly seen: http.IncomingHttpHeaders[];
  [Symbol.asyncDispose](): Promise<void>;
}

type Handler = (request: http.IncomingMessage, response: http.ServerResponse, body: string) => void;

/** Starts a server on a loopback port with `handler`. */
export async function serve(handler: Handler, tls?: { readonly key: string; readonly cert: string }): Promise<Running> {
  const seen: http.IncomingHttpHeaders[] = [];
  const listener: http.RequestListener = (request, response) => {
    seen.push(request.headers);
    let body = '';
    request.setEncoding('utf8').on('data', (text) => {
      body += text;
    });
    request.on('end', () => handler(request, response, body));
  };
  const server = tls ? https.createServer(tls, listener) : http.createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}/mcp`,
    seen,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Responds to every request with one status, some headers and a text. */
export const always =
  (status: number, headers: Readonly<Record<string, string>> = {}, text = ''): Handler =>
  (_, response) => {
    response.writeHead(status, headers);
    response.end(text);
  };

export interface Message {
  readonly id?: number;
  readonly method: string;
  readonly params?: { readonly cursor?: string; readonly protocolVersion?: string };
}

/** Returns a server's response to a message: the result, or undefined for none. */
export type Speaker = (message: Message) => object | undefined;

/** A server of the protocol over streamable HTTP, with plain JSON. */
export const speaking =
  (speak: Speaker): Handler =>
  (request, response, body) => {
    if (request.method !== 'POST') return always(405)(request, response, body);
    const message: Message = JSON.parse(body);
    if (message.id === undefined) return always(202)(request, response, body);
    const result = speak(message);
    if (!result) return;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ jsonrpc: '2.0', id: message.id, ...('error' in result ? result : { result }) }));
  };

export const hello = (version = '2025-06-18') => ({
  protocolVersion: version,
  capabilities: { tools: {} },
  serverInfo: { name: 'test', version: '1.2.3' },
});

/** A server with `count` tools on pages of `size`. */
export const withTools =
  (count: number, size: number): Speaker =>
  ({ method, params }) => {
    if (method === 'initialize') return hello();
    const start = Number(params?.cursor ?? 0);
    const end = Math.min(start + size, count);
    const tools = Array.from({ length: end - start }, (_, i) => ({
      name: `tool_${start + i}`,
      description: `The tool number ${start + i}. It does things.`,
      inputSchema: { type: 'object' },
      annotations: { readOnlyHint: i % 2 === 0 },
    }));
    return { tools, ...(end < count && { nextCursor: String(end) }) };
  };

/** The older transport: messages are sent by POST, responses arrive over one stream. */
export function older(speak: Speaker): Handler {
  let stream: http.ServerResponse | undefined;
  return (request, response, body) => {
    if (request.method === 'GET') {
      stream = response;
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('event: endpoint\ndata: /messages\n\n');
    } else if (request.url === '/messages') {
      const message: Message = JSON.parse(body);
      response.writeHead(200, { 'content-type': 'text/plain' });
      response.end('Accepted');
      const result = message.id === undefined ? undefined : speak(message);
      if (result) stream?.write(`data: ${JSON.stringify({ jsonrpc: '2.0', id: message.id, result })}\n\n`);
    } else always(405)(request, response, body);
  };
}
