/** The description of a managed server's field, and other facts in addition to its type. */
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
    description: 'The name of the server; unique and case-sensitive.',
    notes: ['Two valid entries with the same name make the whole key unreadable: no managed server runs.'],
  },
  transport: {
    description:
      'How the server is reached: `http` or `sse` at its `url`, `stdio` as a program on the computer. `policy-only` is not a server: it holds the tool policy for the plugin server of this name.',
    notes: ['Required since 2026-10-07 in every entry that is not built in; before that, the default was http.'],
  },
  url: {
    description: 'The URL of the server, https. http is accepted for localhost only.',
    notes: ['Must not contain a user name or password. A bootstrap server must not name localhost.'],
  },
  headers: {
    description:
      'Headers sent with every call. Everyone who can read the policy can read them, so do not put secrets here.',
    notes: ['With `oauth`, an `Authorization` header here is ignored; others are sent.'],
  },
  headersHelper: {
    description: 'A script that prints headers as JSON, for example with a short-lived token.',
    notes: [
      'Before 1.21459.0 it was reported to run once or never (third-party).',
      'With `oauth` it never replaces the `Authorization` header.',
    ],
  },
  headersHelperTtlSec: { description: 'The number of seconds after which the script runs again.' },
  headersHelperRefreshBufferSec: {
    description: 'How many seconds before the end of that time the script already runs again.',
  },
  command: {
    description: 'The program: a name such as `npx`, or its whole path on the computer.',
    notes: [
      'No `./x`, `~`, `..`, share, variable or quotation mark. Arguments stand in `args`.',
      'Before 1.19367.0 a bootstrap server could bring remote servers only.',
    ],
  },
  args: { description: 'The arguments of the program, one string each.' },
  env: { description: 'Environment variables; every value is a string: `"8080"`, `"true"`.' },
  envHelper: { description: 'The full path of a script that prints environment variables.' },
  envHelperTtlSec: { description: 'The number of seconds after which that script runs again.' },
  startupTimeoutSec: { description: 'The number of seconds that the program has to start.' },
  server: {
    description: 'A server that is built into the app. Such an entry has no `transport`, `url`, `command` or `oauth`.',
  },
  tenantId: { description: `The directory in Microsoft Entra. ${tenant}` },
  clientId: { description: 'The app registration that users sign in with.' },
  scope: { description: 'What is asked for: one text, its words parted by blanks.' },
  azureCloud: { description: 'The Microsoft cloud of the organization.' },
  provider: {
    description: 'The search service. All except `custom` require an API key, in `headers` or from `headersHelper`.',
  },
  customUrl: { description: 'The https URL of your own search service; with `provider` `custom`.' },
  host: { description: 'The https URL of a GitHub host other than github.com.' },
  toolsets: { description: 'The GitHub server’s enabled tool sets, as one string.' },
  readOnly: { description: 'Enables only tools that change nothing.' },
};

/** The fields of `oauth` by name. */
export const oauthTexts: Readonly<Record<string, FieldText>> = {
  mode: {
    description:
      '`dcr` registers a client automatically and allows no other field; `byo` uses your own client; `hosted` requires `authorizationServer`.',
  },
  clientId: {
    description: 'The client that you registered. Without it, `oauth` may contain only `scope` and few other keys.',
    notes: [redirect],
  },
  clientSecret: {
    description: 'The client’s secret, if it has one. Everyone who can read the policy can read it.',
    notes: ['Requires `authorizationServer`. `clientSecretHelper` takes precedence over it.'],
  },
  clientSecretHelper: {
    description: 'A script that prints the client’s secret.',
    notes: ['Requires `authorizationServer`.'],
  },
  authorizationServer: { description: 'The https URLs that sign-in may use. Required with a client secret.' },
  authorizationUrl: { description: 'The URL where users sign in. Set it together with `tokenUrl`.' },
  tokenUrl: { description: 'The URL that issues the token. Set it together with `authorizationUrl`.' },
  tenantId: { description: `The directory in Microsoft Entra. ${tenant}`, notes: ['Requires `scope` as well.'] },
  authFlow: { description: '`browser`, or `broker` for the system’s broker, which requires a tenant GUID.' },
  scope: { description: 'What is asked for: one text, its words parted by blanks.' },
  appendOfflineAccess: { description: 'Whether `offline_access` is added to the scope.' },
  callbackHost: { description: 'The host of the URL that sign-in returns to.' },
  callbackPort: {
    description: 'The port of the URL that sign-in returns to. Requires `clientId`.',
    notes: [redirect],
  },
  additionalRedirectReferrerHosts: { description: 'Further hosts that sign-in may redirect through, as one string.' },
};
