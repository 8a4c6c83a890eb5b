import { type Failure, failure } from './model.ts';

/** Returns the code of an error or of its cause, such as `ECONNREFUSED`. */
export function codeOf(error: unknown): string | undefined {
  let code: string | undefined;
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if ('code' in at && typeof at.code === 'string') code = at.code;
  }
  return code;
}

/** Returns the message of an error and of its cause. */
export function sentenceOf(error: unknown): string {
  const sentences: string[] = [];
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if (at.message && !sentences.includes(at.message)) sentences.push(at.message);
  }
  return sentences.join(': ');
}

const isTls = (code: string): boolean =>
  /^(CERT_|ERR_TLS_|ERR_SSL_|EPROTO$|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|CRL_)/.test(code);

function tlsSentence(code: string, host: string): string {
  if (code === 'CERT_HAS_EXPIRED')
    return `The certificate of ${host} has expired. The server’s operator must renew it.`;
  if (code === 'CERT_NOT_YET_VALID')
    return `The certificate of ${host} is not valid yet. Check the clock of this computer.`;
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' || code === 'HOSTNAME_MISMATCH')
    return `The certificate of ${host} is for a different host name. Check the URL.`;
  if (/^(EPROTO$|ERR_SSL_|ERR_TLS_)/.test(code))
    return `${host} does not answer with TLS. Check the port, and whether the URL should be http.`;
  return `The certificate of ${host} is not trusted. If it is from your own certificate authority, set NODE_EXTRA_CA_CERTS to its file.`;
}

/** Returns what a failed connection to `url` means, by Node's error code; undefined for other errors. */
export function networkFailure(error: unknown, { host, hostname }: URL): Failure | undefined {
  const code = codeOf(error);
  if (code === undefined) return undefined;
  const detail = `${code}: ${sentenceOf(error)}`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return failure('dns', `Host not found: ${hostname}. Check the URL, and whether it needs a VPN.`, detail);
  if (['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL'].includes(code))
    return failure(
      'refused',
      `Nothing answers at ${host}. Check that the server is running and the port is correct.`,
      detail,
    );
  if (isTls(code)) return failure('tls', tlsSentence(code, host), detail);
  if (['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT'].includes(code))
    return failure('timeout', `${host} did not answer in time. Check the URL, and whether it needs a VPN.`, detail);
  if (['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'].includes(code))
    return failure(
      'other',
      `${host} closed the connection. Check the port, and whether the URL should be https.`,
      detail,
    );
  return undefined;
}

/** Whether the server's answer is not one of the protocol: not JSON, or JSON with another structure. */
export const isForeign = (error: unknown): boolean =>
  error instanceof SyntaxError || (error instanceof Error && (error.name === 'ZodError' || error.name === '$ZodError'));

/** Returns what an error in an answer of the protocol means, independent of the transport. */
export function spokenFailure(error: unknown): Failure {
  const sentence = sentenceOf(error);
  if (/protocol version/i.test(sentence)) {
    const version = /\d{4}-\d\d-\d\d\S*|(?<![\d.])[\d.]+$/.exec(sentence)?.[0];
    const spoken = version === undefined ? '' : ` (${version})`;
    return failure(
      'old-protocol',
      `The server uses a version of the protocol${spoken} that the app does not support. Update the server.`,
      sentence,
    );
  }
  if (isForeign(error))
    return failure(
      'not-mcp',
      'The endpoint is not an MCP server: its answer does not follow the protocol. Check the URL or the command.',
      sentence.slice(0, 500),
    );
  if (codeOf(error) === undefined && error instanceof Error && 'code' in error && error.code === -32001)
    return failure('timeout', 'The server did not answer in time.', sentence);
  return failure('other', 'The server answered with an error.', sentence);
}
