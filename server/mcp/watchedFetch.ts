import type { FetchLike } from '@modelcontextprotocol/sdk/shared/transport.js';
import { type Failure, failure } from './model.ts';

/** The maximum size of all responses together, in bytes. */
const limit = 64_000_000;
/** How much of an unexpected response is kept, in bytes. */
const kept = 2000;

/** A response that a working server of the protocol does not send. */
export interface Refused {
  readonly status: number;
  readonly type: string;
  readonly signIn: string | null;
  readonly location: string | null;
  /** The beginning of its body. */
  readonly body: string;
}

/** Works like `fetch`, aborts pending calls with its signal, limits the size of responses, and remembers failures. */
export class WatchedFetch {
  /** The last response, if it was not one of the protocol. */
  refused: Refused | undefined;
  /** Why the last call got no response. */
  failed: unknown;
  #left = limit;
  #hasSpoken = false;
  readonly #stop: AbortSignal;

  /** @param isOlder whether answers arrive over a separate stream, so that the response to a message is empty. */
  constructor(
    stop: AbortSignal,
    readonly isOlder: boolean,
  ) {
    this.#stop = stop;
  }

  readonly fetch: FetchLike = async (url, init) => {
    const signal = init?.signal ? AbortSignal.any([init.signal, this.#stop]) : this.#stop;
    const isStream = init?.method === 'GET' && this.#hasSpoken;
    const response = await fetch(url, { ...init, signal }).catch((error: unknown) => {
      if (!isStream) this.failed = error;
      throw error;
    });
    if (response.ok && (isSpoken(response) || !this.#awaits(init))) {
      if (!isStream) this.#accept();
      return copy(response, response.body?.pipeThrough(this.#bounded()) ?? null);
    }
    const body = await beginning(response);
    // After a server has answered, the additional stream is optional.
    if (!isStream) this.refused = refusedOf(response, body);
    return copy(response, body);
  };

  /** Whether the response to this call must have a body. */
  #awaits(init: RequestInit | undefined): boolean {
    if (init?.method !== 'POST') return init?.method !== 'DELETE';
    return !this.isOlder && typeof init.body === 'string' && /"id":/.test(init.body);
  }

  #accept(): void {
    this.#hasSpoken = true;
    this.refused = undefined;
    this.failed = undefined;
  }

  #bounded(): TransformStream<Uint8Array, Uint8Array> {
    return new TransformStream({
      transform: (chunk, controller) => {
        this.#left -= chunk.byteLength;
        if (this.#left >= 0) controller.enqueue(chunk);
        else controller.error(new Error(`more than ${limit / 1_000_000} MB`));
      },
    });
  }
}

/** Returns the media type of a response; empty if it has none. */
const typeOf = (response: Response): string =>
  /^\s*([\w.+-]+\/[\w.+-]+)/.exec(response.headers.get('content-type') ?? '')?.[1]?.toLowerCase() ?? '';

const isSpoken = (response: Response): boolean => ['application/json', 'text/event-stream'].includes(typeOf(response));

const refusedOf = (response: Response, body: string): Refused => ({
  status: response.status,
  type: typeOf(response),
  signIn: response.headers.get('www-authenticate'),
  location: response.headers.get('location'),
  body,
});

function copy({ status, statusText, headers }: Response, body: string | ReadableStream<Uint8Array> | null): Response {
  const holdsNone = [204, 205, 304].includes(status);
  return new Response(holdsNone ? null : body, { status, statusText, headers });
}

/** Returns the first bytes of a body as text, without waiting for the rest. */
async function beginning({ body }: Response): Promise<string> {
  if (!body) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (text.length < kept) {
    const { done, value } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel().catch(() => {});
  return text.slice(0, kept);
}

/** Returns what a response that is not one of the protocol means. */
export function statusFailure({ status, type, signIn, location, body }: Refused, url: URL): Failure {
  const detail = [`HTTP ${status}${type && ` ${type}`}`, textOf(body, type)].filter(Boolean).join(': ');
  if (status === 401) {
    const wants = signIn === null ? 'requires authentication' : 'requires sign-in';
    return failure(
      'unauthorized',
      `${url.host} ${wants} (401). Plugboard does not sign in: pass a token in a header.`,
      detail,
    );
  }
  if (status === 403)
    return failure('forbidden', `${url.host} refuses access (403). Check the token and its permissions.`, detail);
  if (status === 404 || status === 405 || status === 410)
    return failure(
      'not-found',
      `There is no MCP server at ${url.pathname} of ${url.host} (${status}). Check the path of the URL.`,
      detail,
    );
  if (status >= 300 && status < 400)
    return failure(
      'other',
      `${url.host} redirects to another URL (${status}), which is not followed. Use that URL.`,
      `${detail}${location === null ? '' : `: ${withoutSecrets(location)}`}`,
    );
  if (status >= 500)
    return failure('other', `${url.host} reports a server error (${status}). Try again, or ask its operator.`, detail);
  if (status < 300)
    return failure(
      'not-mcp',
      `The endpoint ${url.host}${url.pathname} is not an MCP server: it sends ${type || 'nothing'}. Check the URL.`,
      detail,
    );
  return failure('other', `${url.host} refuses the request (${status}).`, detail);
}

/** Returns a URL without user, query and fragment. */
function withoutSecrets(address: string): string {
  return address.replace(/[?#].*$/s, '').replace(/\/\/[^/@]*@/, '//');
}

/** Returns the readable text of a body. */
function textOf(body: string, type: string): string {
  const title = /<title[^<>]*>([^<]*)/i.exec(body)?.[1];
  const text = type === 'text/html' ? (title ?? '') : body;
  return text.replace(/\s+/g, ' ').trim().slice(0, 300);
}
