import type { CommandProblem } from './command.ts';
import type { EntryFlaw, FlawCode } from './flaw.ts';
import type { KeyFlaw } from './managedKey.ts';
import type { UrlProblem } from './serverUrl.ts';
import type { Variant } from './variant.ts';

const urls: Readonly<Record<UrlProblem, string>> = {
  http: 'is http; https is required',
  scheme: 'is not an https URL',
  user: 'contains a user name or password',
  backslash: 'contains a `\\` before its path',
  'no-host': 'has no host',
  loopback: 'points to the user’s own computer',
};

const missing: Readonly<Record<string, string>> = {
  url: 'A remote server requires a `url`',
  command: 'A local server requires a `command`',
  customUrl: 'The provider `custom` requires its URL in `customUrl`',
};

const commands: Readonly<Record<CommandProblem | 'not-absolute', string>> = {
  quote: 'contains a quotation mark',
  variable: 'contains a variable, which the app does not substitute',
  home: 'starts with `~`, which differs between users',
  share: 'is on a network share',
  relative: 'is a relative path',
  'not-absolute': 'is not an absolute path',
};

const kinds: Readonly<Record<Variant, string>> = {
  remote: 'a remote server',
  stdio: 'a local server',
  'policy-only': 'a `policy-only` entry',
  microsoft365: 'the built-in server `microsoft365`',
  websearch: 'the built-in server `websearch`',
  github: 'the built-in server `github`',
};

const newNames: Readonly<Record<string, string>> = {
  scopes: 'scope',
  'oauth.scopes': 'oauth.scope',
  authorityHost: 'azureCloud',
};

const sentences: { readonly [C in FlawCode]: (flaw: EntryFlaw<C>) => string } = {
  'not-an-object': () => 'An entry must be an object with a `name`',
  'no-name': ({ clause }) => clause,
  'wrong-value': ({ clause }) => clause,
  'missing-field': ({ field }) => missing[field] ?? `\`${field}\` is missing`,
  'foreign-field': ({ field, variant }) => `\`${field}\` is not allowed in ${kinds[variant]}`,
  'ignored-field': ({ field, variant }) => `\`${field}\` is ignored in ${kinds[variant]}`,
  'missing-transport': ({ consequence }) =>
    consequence === 'old-form'
      ? '`transport` is missing'
      : '`transport` is missing, so the app assumes http, and `url` is missing',
  'unknown-transport': () => '`transport` must be `http`, `sse`, `stdio` or `policy-only`, in lower case',
  'transport-of-built-in': () => 'A built-in server has no `transport`',
  'unknown-server': () => '`server` must be `microsoft365`, `websearch` or `github`',
  'newer-server': ({ server, before }) => `The built-in server \`${server}\` requires app ${before}`,
  'local-from-bootstrap': ({ before }) => `Before app ${before} a bootstrap response can deliver only remote servers`,
  url: ({ field, problem }) => `${field === 'url' ? 'The URL' : `\`${field}\``} ${urls[problem]}`,
  command: ({ field, problem }) => `\`${field}\` ${commands[problem]}`,
  tenant: ({ field }) => `\`${field}\` must be a GUID, \`common\`, \`organizations\` or \`consumers\``,
  'client-id': ({ server }) =>
    server === 'github'
      ? '`clientId` must have 1 to 36 letters, digits, dots, hyphens or underscores'
      : '`clientId` is empty',
  'no-search-key': ({ provider }) =>
    `The provider \`${provider}\` requires an API key in \`headers\` or \`headersHelper\``,
  permission: ({ tool }) => `The permission of \`${tool}\` must be \`allow\`, \`ask\` or \`blocked\``,
  'ask-session': ({ tool }) => `The permission of \`${tool}\` is \`ask-session\`, the old word for \`ask\``,
  'old-name': ({ field }) => `\`${field}\` is the old name of \`${newNames[field]}\``,
  'scope-as-list': ({ field }) => `\`${field}\` must be one space-separated string, not a list`,
  'oauth-as-text': () => '`oauth` must be `true` or an object with `clientId`, not a string or number',
  'oauth-without-client': ({ field }) =>
    field === 'clientId' ? 'The `clientId` of `oauth` is empty' : `\`oauth\` has \`${field}\` but no \`clientId\``,
  'oauth-field-with-dcr': ({ field }) => `The mode \`dcr\` does not allow \`${field}\``,
  'oauth-hosted-without-server': () => 'The mode `hosted` requires an `authorizationServer`',
  'oauth-secret-without-server': () => 'A client with a secret requires an `authorizationServer`',
  'oauth-url-alone': ({ field, other }) => `\`oauth\` has \`${field.replace('oauth.', '')}\` without \`${other}\``,
  'oauth-server-as-text': () => '`authorizationServer` must be an array of URLs',
  'oauth-broker-without-tenant': () => 'The `broker` requires a GUID in `tenantId`',
  'oauth-tenant-without-scope': () => 'A `tenantId` requires a `scope`',
};

/** Returns what is wrong with an entry, as one sentence for users without its full stop; rules begin a message with it. */
export function flawSentence(flaw: EntryFlaw): string {
  const sentence = sentences[flaw.code] as (flaw: EntryFlaw) => string;
  return sentence(flaw);
}

/** Returns why the app cannot read the key as a whole, as one sentence for users without its full stop. */
export const keyFlawSentence = (flaw: KeyFlaw): string =>
  flaw.code === 'duplicate-name'
    ? `Two managed servers are named \`${flaw.entry.name}\`, so the whole key is unreadable`
    : 'No valid entry remains, so the whole key is unreadable';

/** Returns why the app drops an entry: the same sentence, with the cut-off date if that decides. */
export const whyEntryDropped = (flaw: EntryFlaw): string =>
  `${flawSentence(flaw)}${flaw.consequence === 'old-form' ? ' (rejected since 2026-10-07)' : ''}`;
