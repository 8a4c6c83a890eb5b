import type { KeyFacts, Schema, Suggestion } from '../../schema/schema.ts';
import { policyKeys } from './catalogue.ts';
import { below, fieldSchemas } from './fields.ts';

const fields = policyKeys.get('managedMcpServers')?.fields ?? [];

/** What a tool policy may say. Rules speak of wrong values, since one of them drops the whole entry. */
export const permissions: readonly Suggestion[] = [
  { value: 'allow', description: 'The tool runs without a question in Cowork and Chat. Code asks in its own way.' },
  { value: 'ask', description: 'Every call asks: allow once, or deny.' },
  { value: 'blocked', description: 'The tool is not there.' },
];

const toolPolicy: Schema = {
  type: 'object',
  title: 'Tool policy',
  description:
    'Tool name → what it may do. `*` stands for any run of letters (partial wildcards since 1.20186.0). An exact name wins over wildcards in Cowork; of several wildcards the strictest wins. In Code a stricter wildcard beats an exact name.',
  additionalProperties: { suggestions: permissions },
};

const oauth: Schema = {
  description: 'Sign-in: `true` registers a client on the fly; an object names one.',
  variants: [
    {
      name: 'client',
      when: { type: 'object' },
      schema: { type: 'object', properties: fieldSchemas(below(fields, 'oauth.')) },
    },
    // The app's own validator takes these two without a word.
    { name: 'none', when: { type: 'null' }, schema: {} },
    { name: 'empty', when: { type: 'array' }, schema: {} },
    { name: 'registration', schema: { type: 'boolean', expected: 'true, or an object that names a client' } },
  ],
};

const dropped: KeyFacts = { whenWrong: 'The entry is dropped.', certainty: 'validator' };

/** Also read as true and false, and as those in a text. Source: the app's own validator. */
const evaluation: Schema = {
  enum: ['enabled', 'disabled', true, false, 'true', 'false'],
  expected: '`enabled` or `disabled`',
  description: 'Whether Microsoft 365 may end a session at once when an account is closed',
};

/** One variant of an entry: its fields in the order in which completion offers them. */
function entry(title: string, names: readonly string[], required: readonly string[]): Schema {
  const known = fieldSchemas(fields, names);
  const properties: Record<string, Schema> = {
    ...known,
    name: {
      type: 'string',
      minLength: 1,
      description: 'What the server is called; unique, by exact case',
      facts: dropped,
    },
    ...(known.transport && { transport: { ...known.transport, facts: dropped } }),
    ...(known.server && { server: { ...known.server, facts: dropped } }),
    ...(known.continuousAccessEvaluation && { continuousAccessEvaluation: evaluation }),
    ...('toolPolicy' in known && { toolPolicy }),
    ...('oauth' in known && { oauth }),
  };
  return {
    type: 'object',
    title,
    properties: Object.fromEntries(names.flatMap((name) => (properties[name] ? [[name, properties[name]]] : []))),
    required,
  };
}

const helper = ['headers', 'headersHelper', 'headersHelperTtlSec', 'headersHelperRefreshBufferSec'];

const remote = entry('Remote MCP server', ['name', 'transport', 'url', ...helper, 'oauth', 'toolPolicy'], ['name']);
const local = entry(
  'Local MCP server',
  ['name', 'transport', 'command', 'args', 'env', 'envHelper', 'envHelperTtlSec', 'startupTimeoutSec', 'toolPolicy'],
  ['name'],
);

/** An entry of `managedMcpServers`. Which variant is meant tells `server`, else `transport`, else the field that is there. */
export const serverSchema: Schema = {
  title: 'Managed MCP server',
  variants: [
    {
      name: 'microsoft365',
      when: { equals: { server: 'microsoft365' } },
      schema: entry(
        'Built-in server: Microsoft 365',
        ['name', 'server', 'tenantId', 'clientId', 'scope', 'azureCloud', 'continuousAccessEvaluation', 'toolPolicy'],
        ['name', 'tenantId', 'clientId'],
      ),
    },
    {
      name: 'websearch',
      when: { equals: { server: 'websearch' } },
      schema: entry(
        'Built-in server: web search',
        ['name', 'server', 'provider', 'customUrl', ...helper, 'toolPolicy'],
        ['name', 'provider'],
      ),
    },
    {
      name: 'github',
      when: { equals: { server: 'github' } },
      schema: entry(
        'Built-in server: GitHub',
        ['name', 'server', 'clientId', 'host', 'scope', 'toolsets', 'readOnly', 'toolPolicy'],
        ['name', 'clientId'],
      ),
    },
    {
      name: 'built-in',
      when: { has: 'server' },
      schema: entry('Built-in server', ['name', 'server', 'toolPolicy'], ['name']),
    },
    { name: 'stdio', when: { equals: { transport: 'stdio' } }, schema: local },
    {
      name: 'policy-only',
      when: { equals: { transport: 'policy-only' } },
      schema: entry('Tool policy for a plugin server', ['name', 'transport', 'toolPolicy'], ['name']),
    },
    { name: 'local', when: { has: 'command' }, schema: local },
    { name: 'remote', schema: remote },
  ],
};
