import type { Schema } from '../schema/schema.ts';

const text: Schema = { type: 'string' };
const texts: Schema = { type: 'object', additionalProperties: text };
const yesOrNo: Schema = { type: 'boolean' };
const whole: Schema = { type: 'integer', exclusiveMinimum: 0 };

/** The schema of each key of a plugin's server, also used by the schema of `.mcp.json`. Source: the validator of Claude Code. */
export const serverForms = {
  command: { type: 'string', minLength: 1 },
  args: { type: 'array', items: text },
  env: texts,
  url: text,
  headers: texts,
  headersHelper: text,
  timeout: whole,
  alwaysLoad: yesOrNo,
  discoveryCache: yesOrNo,
  tools: {
    type: 'array',
    items: {
      type: 'object',
      required: ['name'],
      properties: {
        name: text,
        permission_policy: { type: 'string', enum: ['always_allow', 'always_ask', 'always_deny'] },
      },
    },
  },
  oauth: {
    type: 'object',
    properties: {
      clientId: text,
      callbackPort: whole,
      scopes: { type: 'string', minLength: 1 },
      authServerMetadataUrl: { type: 'string', pattern: '^(https://|\\$\\{)' },
      xaa: yesOrNo,
    },
  },
} as const satisfies Readonly<Record<string, Schema>>;

export type ServerKey = keyof typeof serverForms;

const common: readonly ServerKey[] = ['timeout', 'alwaysLoad'];
const remote: readonly ServerKey[] = ['headers', 'oauth', 'headersHelper', 'tools', 'discoveryCache', ...common];

/** The values of `type`, each with the keys that Claude Code checks in addition to `url` or `command`. */
export const serverTypes: Readonly<Record<string, readonly ServerKey[]>> = {
  http: remote,
  sse: remote,
  stdio: ['args', 'env', ...common],
  ws: ['headers', 'headersHelper', ...common],
  'streamable-http': remote,
};

/** The values of `type` that an entry may have: with a `command`, with a URL, with neither. */
export const typeWords = {
  program: ['stdio'],
  remote: ['http', 'sse', 'ws', 'streamable-http'],
  any: ['http', 'sse', 'stdio', 'ws', 'streamable-http'],
} as const;

/** Other tools' keys for the URL of a server. */
export const urlWords = [
  'serverUrl',
  'server_url',
  'serverURL',
  'httpUrl',
  'sseUrl',
  'baseUrl',
  'URL',
  'uri',
  'endpoint',
] as const;
