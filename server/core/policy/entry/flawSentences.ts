import type { CommandProblem } from './command.ts';
import type { EntryFlaw, FlawCode } from './flaw.ts';
import type { UrlProblem } from './serverUrl.ts';

/** Why the app drops an entry because of a flaw, in one sentence for people without its full stop. */
export function flawSentence(flaw: EntryFlaw): string {
  const sentence = sentences[flaw.code] as (flaw: EntryFlaw) => string;
  return sentence(flaw);
}

const urls: Readonly<Record<UrlProblem, string>> = {
  http: 'is http; https is required',
  scheme: 'is not an https URL',
  user: 'contains a user name',
  backslash: 'contains a `\\` before its path',
  'no-host': 'has no host',
  loopback: 'points to the computer itself',
};

const missing: Readonly<Record<string, string>> = {
  url: 'A remote server requires a url',
  command: 'A local server needs a command',
};

const commands: Readonly<Record<CommandProblem | 'not-absolute', string>> = {
  quote: 'contains a quotation mark',
  variable: 'contains a variable, which the app does not substitute',
  home: 'starts with `~`',
  share: 'is on a network share',
  relative: 'is a relative path',
  'not-absolute': 'is not an absolute path',
};

const sentences: { readonly [C in FlawCode]: (flaw: EntryFlaw<C>) => string } = {
  'not-an-object': () => 'An entry must be an object with a name',
  'no-name': () => 'The entry has no name',
  'wrong-value': ({ field }) => `${field} has an invalid value`,
  'missing-field': ({ field }) => missing[field] ?? `${field} is missing`,
  'foreign-field': ({ field }) => `${field} is not allowed in this kind of entry`,
  'ignored-field': ({ field }) => `${field} is ignored in this kind of entry`,
  'missing-transport': ({ consequence }) =>
    consequence === 'old-form'
      ? 'The transport is missing, which has been required since 2026-10-07'
      : 'Without a transport the app assumes http, and `url` is missing',
  'unknown-transport': () => 'The transport must be http, sse, stdio or policy-only',
  'transport-of-built-in': () => 'A built-in server has no transport; builtin has been rejected since 2026-10-07',
  'unknown-server': () => 'No built-in server has this name: microsoft365, websearch or github',
  'newer-server': ({ server, before }) => `The built-in server ${server} requires app ${before}`,
  'local-from-bootstrap': ({ before }) => `Before ${before} a bootstrap response can deliver only remote servers`,
  url: ({ field, problem }) => {
    if (field !== 'url') return `${field} ${urls[problem]}`;
    return problem === 'loopback'
      ? 'A bootstrap response must not point to the user’s own computer'
      : `The URL ${urls[problem]}`;
  },
  command: ({ field, problem }) => `${field} ${commands[problem]}`,
  tenant: ({ field }) => `${field} must be a GUID, common, organizations or consumers`,
  'client-id': () => 'clientId is not a valid client id',
  'no-search-key': ({ provider }) => `${provider} requires an API key in headers or headersHelper`,
  permission: ({ tool }) => `The permission of ${tool} must be allow, ask or blocked`,
  'ask-session': ({ tool }) => `The permission of ${tool} is ask-session, which has been rejected since 2026-10-07`,
  'old-name': ({ field }) => `The old name ${field} has been rejected since 2026-10-07`,
  'scope-as-list': ({ field }) => `${field} as a list has been rejected since 2026-10-07`,
  'oauth-as-text': () => 'oauth as a string or number has been rejected since 2026-10-07',
  'oauth-without-client': ({ field }) => `oauth has ${field} but no clientId`,
  'oauth-field-with-dcr': ({ field }) => `oauth has mode dcr, which does not allow ${field}`,
  'oauth-hosted-without-server': () => 'oauth has mode hosted but no authorizationServer',
  'oauth-secret-without-server': () => 'oauth has a client secret but no authorizationServer',
  'oauth-url-alone': ({ field, other }) => `oauth has ${field.replace('oauth.', '')} without ${other}`,
  'oauth-server-as-text': () => 'oauth.authorizationServer must be a list of URLs',
  'oauth-broker-without-tenant': () => 'oauth has authFlow broker but no GUID in tenantId',
  'oauth-tenant-without-scope': () => 'oauth has a tenantId but no scope',
};
