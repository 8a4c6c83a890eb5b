import { serverForms, typeWords, urlWords } from '../../../components/serverForms.ts';
import type { Schema } from '../../../schema/schema.ts';
import { pluginSources } from '../sources.ts';

const documented = (source: string, notes?: readonly string[]) =>
  ({ source, certainty: 'documented', ...(notes && { notes }) }) as const;

const claudeCodeOnly =
  'Read by Claude Code. Cowork reads only `type`, `url`, `headers` and `oauth` of a remote server.';

const common: Readonly<Record<string, Schema>> = {
  timeout: {
    title: 'Timeout',
    description: 'How long one tool call may take, in milliseconds.',
    ...serverForms.timeout,
    severity: 'warning',
    facts: documented(pluginSources.mcp, [claudeCodeOnly]),
  },
  alwaysLoad: {
    title: 'Always load',
    description: 'Loads the tools from the start instead of on demand through tool search.',
    ...serverForms.alwaysLoad,
    default: false,
    severity: 'warning',
    facts: documented(pluginSources.mcp, [claudeCodeOnly]),
  },
};

const stdio: Readonly<Record<string, Schema>> = {
  type: {
    title: 'Kind of server',
    description: '`stdio`: a program on this computer. May be left out when there is a `command`.',
    type: 'string',
    enum: typeWords.program,
    default: 'stdio',
    facts: documented(pluginSources.mcp),
  },
  command: {
    title: 'Command',
    description: 'The program to start. `${CLAUDE_PLUGIN_ROOT}` stands for the folder of the plugin.',
    ...serverForms.command,
    suggestions: [
      { value: 'npx', description: 'a package from npm' },
      { value: 'uvx', description: 'a package from PyPI' },
      { value: 'node' },
      { value: 'docker' },
      { value: '${CLAUDE_PLUGIN_ROOT}/server/', description: 'a program that the plugin brings along' },
    ],
    facts: {
      ...documented(pluginSources.mcp),
      whenWrong: 'The server does not start.',
      notes: [
        'A program of a plugin is blocked where the policy has managed servers and sets `isLocalDevMcpEnabled` to false.',
      ],
    },
  },
  args: {
    title: 'Arguments',
    description: 'The arguments of the program, one string each. No shell reads them.',
    ...serverForms.args,
    default: [],
    facts: documented(pluginSources.mcp),
  },
  env: {
    title: 'Environment',
    description:
      'Environment variables of the program; all values are strings. `${NAME}` and `${NAME:-default}` are substituted.',
    ...serverForms.env,
    default: {},
    facts: documented(pluginSources.mcp),
  },
  ...common,
};

const url: Schema = {
  title: 'URL',
  description:
    'The URL of the server, with `https://`. May contain `${NAME}` and `${NAME:-default}`; leave it empty while it is unknown.',
  ...serverForms.url,
  suggestions: [{ value: 'https://' }],
  facts: { ...documented(pluginSources.mcp), whenWrong: 'The server is not connected.' },
};
const headers: Schema = {
  title: 'Headers',
  description:
    'HTTP headers sent with every request; all values are strings. Write secrets as `${NAME}`, not in plain text.',
  ...serverForms.headers,
  facts: documented(pluginSources.mcp),
};
const headersHelper: Schema = {
  title: 'Headers helper',
  description: 'A command that prints the headers as a JSON object.',
  ...serverForms.headersHelper,
  severity: 'warning',
  facts: documented(pluginSources.extensions, ['Read by Claude Code; not read in a plugin in Cowork.']),
};

const oauthObject: Schema = {
  type: 'object',
  properties: {
    clientId: {
      title: 'Client',
      description: 'The id of a client that is already registered.',
      type: 'string',
    },
    callbackPort: {
      title: 'Callback port',
      description: 'The local port that the sign-in returns to.',
      type: 'integer',
      exclusiveMinimum: 0,
    },
    scopes: {
      title: 'Scopes',
      description: 'The scopes to ask for, separated by spaces.',
      type: 'string',
      minLength: 1,
    },
    authServerMetadataUrl: {
      title: 'Metadata URL',
      description: 'The URL of the authorization server’s metadata, with `https://`.',
      type: 'string',
      pattern: '^(https://|\\$\\{)',
      expected: 'a URL that begins with https://',
    },
    xaa: {
      title: 'Cross-app access',
      description: 'Signs in through the organization’s identity provider.',
      type: 'boolean',
    },
  },
};

const oauth: Schema = {
  title: 'Sign-in',
  description: 'How users sign in: `true` for automatic discovery by Cowork, or the details of a registered client.',
  variants: [
    { name: 'on or off', when: { type: 'boolean' }, schema: { type: 'boolean' } },
    { name: 'a registered client', schema: oauthObject },
  ],
  suggestions: [{ value: true, description: 'Cowork: sign in as the server announces' }],
  facts: documented(pluginSources.extensions, [
    '`true` is for Cowork. Claude Code reads only the object and drops a server with `true`.',
  ]),
};

const remote = (kinds: readonly string[], description: string): Readonly<Record<string, Schema>> => ({
  type: {
    title: 'Kind of server',
    description,
    type: 'string',
    enum: kinds,
    facts: {
      ...documented(pluginSources.extensions),
      whenWrong: 'The server is skipped.',
      notes: ['In `managedMcpServers` the same key is called `transport`.'],
    },
  },
  url,
  headers,
  oauth,
  headersHelper,
  ...common,
  tools: {
    title: 'Tools',
    description: 'What individual tools may do in Claude Code.',
    type: 'array',
    items: {
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string', description: 'The name of the tool.', severity: 'warning' },
        permission_policy: {
          type: 'string',
          enum: ['always_allow', 'always_ask', 'always_deny'],
          severity: 'warning',
        },
      },
    },
    severity: 'warning',
    facts: {
      certainty: 'validator',
      notes: ['In Cowork, `orgPluginSettings` in the policy locks the tools of a plugin.'],
    },
  },
  discoveryCache: {
    title: 'Discovery cache',
    description: 'Whether the list of tools is kept between sessions of Claude Code.',
    ...serverForms.discoveryCache,
    severity: 'warning',
    facts: { certainty: 'validator' },
  },
});

const anyKind =
  'What the server is: `http` (streamable HTTP), `sse` (the older transport), `stdio` (a program) or `ws` (Claude Code only).';
const http = remote(['http', 'streamable-http'], '`http`: streamable HTTP.');
const sse = remote(['sse'], '`sse`: the older transport; prefer `http` where the server has both.');
const untyped = remote(typeWords.remote, anyKind);
const ws: Readonly<Record<string, Schema>> = {
  type: { title: 'Kind of server', description: '`ws`: a web socket. Claude Code only.', type: 'string', enum: ['ws'] },
  url,
  headers,
  headersHelper,
  ...common,
};
const anyType: Schema = { ...untyped.type, enum: typeWords.any };
/** An entry that is not decided yet; the keys that decide it are offered first. */
const unknown: Readonly<Record<string, Schema>> = { ...{ type: anyType, url }, ...stdio, ...untyped, type: anyType };

const entry = (properties: Readonly<Record<string, Schema>>, required: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required }),
});

/** A map of servers by name; uses `#/$defs/mcpServer`. */
export const mcpServers: Schema = {
  title: 'MCP servers',
  description:
    'The servers of the plugin by name. In a policy, `orgPluginSettings` locks their tools under these names.',
  type: 'object',
  additionalProperties: { $ref: '#/$defs/mcpServer' },
};

const remoteEntry = entry(untyped);
const httpEntry = entry(http, ['url']);

/** A server in `.mcp.json` or `plugin.json`: `#/$defs/mcpServer`. */
export const mcpServerDefs: Readonly<Record<string, Schema>> = {
  mcpServer: {
    title: 'MCP server',
    description:
      'A server that provides tools: called over the network (`type` and `url`) or started as a program (`command`).',
    variants: [
      { name: 'a program', when: { equals: { type: 'stdio' } }, schema: entry(stdio, ['command']) },
      // If the URL has another tool's key, nothing else is required: a rule reports the key.
      ...typeWords.remote.flatMap((type) =>
        urlWords.map((has) => ({
          name: 'a remote server',
          when: { equals: { type }, has },
          schema: type === 'ws' ? entry(ws) : remoteEntry,
        })),
      ),
      { name: 'streamable HTTP', when: { equals: { type: 'http' } }, schema: httpEntry },
      { name: 'streamable HTTP', when: { equals: { type: 'streamable-http' } }, schema: httpEntry },
      { name: 'server-sent events', when: { equals: { type: 'sse' } }, schema: entry(sse, ['url']) },
      { name: 'web socket', when: { equals: { type: 'ws' } }, schema: entry(ws, ['url']) },
      { name: 'a program', when: { has: 'command' }, schema: entry(stdio) },
      ...urlWords.map((has) => ({ name: 'a remote server', when: { has }, schema: remoteEntry })),
      { name: 'a remote server', when: { has: 'url' }, schema: remoteEntry },
      { name: 'a server', schema: entry(unknown) },
    ],
  },
};
