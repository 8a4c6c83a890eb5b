/** What a field of a managed server is, and what people ask of it beside its type. */
interface FieldText {
  readonly description: string;
  readonly notes?: readonly string[];
}

const redirect =
  'Sign-in returns to `http://127.0.0.1:53280/callback`, unless `callbackHost` or `callbackPort` are set: register exactly this URL with the client.';
const tenant = 'A GUID, `common`, `organizations` or `consumers`. A domain is refused.';

/** The fields of an entry by name. Sources: the app's own validator; https://claude.com/docs/third-party/claude-desktop/extensions */
export const fieldTexts: Readonly<Record<string, FieldText>> = {
  name: {
    description: 'What the server is called; unique, by exact case.',
    notes: ['Two readable entries of one name make the whole key unreadable: no managed server runs.'],
  },
  transport: {
    description:
      'How the server is reached: `http` or `sse` by its url, `stdio` as a program on the computer. `policy-only` is not a server: it carries the tool policy for a plugin server of this name.',
    notes: ['Needed since 2026-10-07 in every entry that is not built in; before, http was taken.'],
  },
  url: {
    description: 'The URL of the server, https. http is accepted for localhost only.',
    notes: ['Must not contain a user name or password. A bootstrap server must not name localhost.'],
  },
  headers: {
    description: 'Headers that go with every call. Everybody who reads the policy reads them: no secrets.',
    notes: ['With `oauth`, an `Authorization` header here is ignored; others are sent.'],
  },
  headersHelper: {
    description: 'A script that prints headers as JSON, such as a token that soon expires.',
    notes: [
      'Before 1.21459.0 it was seen to run once or never (third-party).',
      'With `oauth` it never replaces the `Authorization` header.',
    ],
  },
  headersHelperTtlSec: { description: 'After how many seconds the script runs again.' },
  headersHelperRefreshBufferSec: { description: 'How many seconds before the end of that time it runs already.' },
  command: {
    description: 'The program: a name such as `npx`, or its whole path on the computer.',
    notes: [
      'No `./x`, `~`, `..`, share, variable or quotation mark. Arguments stand in `args`.',
      'Before 1.19367.0 a bootstrap server could bring remote servers only.',
    ],
  },
  args: { description: 'The arguments of the program, one string each.' },
  env: { description: 'Environment variables; every value is a string: `"8080"`, `"true"`.' },
  envHelper: { description: 'A script that prints variables of the environment; its whole path on the computer.' },
  envHelperTtlSec: { description: 'After how many seconds that script runs again.' },
  startupTimeoutSec: { description: 'How many seconds the program has to start.' },
  server: {
    description: 'A server that is built into the app. Such an entry has no `transport`, `url`, `command` or `oauth`.',
  },
  tenantId: { description: `The directory in Microsoft Entra. ${tenant}` },
  clientId: { description: 'The app registration that users sign in with.' },
  scope: { description: 'What is asked for: one text, its words parted by blanks.' },
  azureCloud: { description: 'The Microsoft cloud of the organization.' },
  provider: {
    description: 'The search service. All but `custom` need a key, in `headers` or from `headersHelper`.',
  },
  customUrl: { description: 'The https URL of your own search service; with `provider` `custom`.' },
  host: { description: 'The https URL of a GitHub other than github.com.' },
  toolsets: { description: 'The enabled tool sets of the GitHub server, as one string.' },
  readOnly: { description: 'Only tools that change nothing.' },
};

/** The fields of `oauth` by name. */
export const oauthTexts: Readonly<Record<string, FieldText>> = {
  mode: {
    description:
      '`dcr` registers a client by itself and has no other field, `byo` brings your own client, `hosted` needs an `authorizationServer`.',
  },
  clientId: {
    description: 'The client that you registered. Without one, `oauth` may hold only `scope` and few other keys.',
    notes: [redirect],
  },
  clientSecret: {
    description: 'The secret of the client, if it has one. Everybody who reads the policy reads it.',
    notes: ['Needs `authorizationServer`. A script in `clientSecretHelper` goes before it.'],
  },
  clientSecretHelper: {
    description: 'A script that prints the secret of the client.',
    notes: ['Needs `authorizationServer`.'],
  },
  authorizationServer: { description: 'The https URLs that sign-in may use. Required with a secret.' },
  authorizationUrl: { description: 'Where users sign in. Together with `tokenUrl`.' },
  tokenUrl: { description: 'Where the token comes from. Together with `authorizationUrl`.' },
  tenantId: { description: `The directory in Microsoft Entra. ${tenant}`, notes: ['Requires `scope` as well.'] },
  authFlow: { description: '`browser`, or the `broker` of the system, which needs the GUID of a tenant.' },
  scope: { description: 'What is asked for: one text, its words parted by blanks.' },
  appendOfflineAccess: { description: 'Whether `offline_access` is added to the scope.' },
  callbackHost: { description: 'The host of the URL that sign-in returns to.' },
  callbackPort: {
    description: 'The port of the URL that sign-in returns to. Needs a `clientId`.',
    notes: [redirect],
  },
  additionalRedirectReferrerHosts: { description: 'Further hosts that sign-in may redirect through, as one string.' },
};
