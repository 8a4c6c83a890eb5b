import { policyKeys } from '../../policy/catalogue.ts';
import { below, fieldSchemas } from '../../policy/fields.ts';
import { fieldsOfVariant } from '../../policy/managedServers.ts';
import { fieldTexts, oauthTexts } from '../../policy/managedServerTexts.ts';
import type { Schema, Suggestion } from '../../schema/schema.ts';

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
    'Tool name → what it may do. `*` stands for any run of letters (partial wildcards since 1.20186.0). An exact name wins over wildcards in Cowork; of several wildcards the strictest wins. In Code a stricter wildcard beats an exact name, but for a blocked `*` alone.',
  additionalProperties: { suggestions: permissions },
  facts: {
    notes: [
      'In Code `allow` silences no question: Code asks in its own way.',
      'Of tools that stand nowhere here the user decides.',
      'Tools of Microsoft 365 that send always ask.',
    ],
  },
};

const oauth: Schema = {
  description: 'Sign-in: `true` registers a client on the fly; an object names one.',
  facts: {
    notes: [
      'Sign-in returns to `http://127.0.0.1:53280/callback`: register exactly this address with the client.',
      'Without `oauth`, `headersHelper` and an `Authorization` header the app signs in too when the server answers 401 (since 1.24012.0). A 302 starts no sign-in.',
    ],
  },
  variants: [
    {
      name: 'client',
      when: { type: 'object' },
      schema: {
        type: 'object',
        properties: explained(fieldSchemas(below(fields, 'oauth.')), oauthTexts),
      },
    },
    // The app's own validator takes these two without a word.
    { name: 'none', when: { type: 'null' }, schema: {} },
    { name: 'empty', when: { type: 'array' }, schema: {} },
    { name: 'registration', schema: { type: 'boolean', expected: 'true, or an object that names a client' } },
  ],
};

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
    name: { type: 'string', minLength: 1 },
    ...(known.continuousAccessEvaluation && { continuousAccessEvaluation: evaluation }),
    ...('toolPolicy' in known && { toolPolicy }),
    ...('oauth' in known && { oauth }),
  };
  const ordered = Object.fromEntries(names.flatMap((name) => (properties[name] ? [[name, properties[name]]] : [])));
  return { type: 'object', title, properties: explained(ordered, fieldTexts), required };
}

/** A value of a wrong type drops its entry. Source: the app's own validator. */
function explained(
  schemas: Readonly<Record<string, Schema>>,
  texts: typeof fieldTexts,
): Readonly<Record<string, Schema>> {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const { description, notes } = texts[name] ?? {};
      const facts = {
        whenWrong: 'The entry is dropped.',
        ...(notes && { notes }),
        ...schema.facts,
      };
      return [name, { ...schema, ...(description && { description }), facts }];
    }),
  );
}

const remote = entry('Remote MCP server', fieldsOfVariant.remote, ['name']);
const local = entry('Local MCP server', fieldsOfVariant.stdio, ['name']);

/** An entry of `managedMcpServers`. Which variant is meant tells `server`, else `transport`, else the field that is there. */
export const serverSchema: Schema = {
  title: 'Managed MCP server',
  variants: [
    {
      name: 'microsoft365',
      when: { equals: { server: 'microsoft365' } },
      schema: entry('Built-in server: Microsoft 365', fieldsOfVariant.microsoft365, ['name', 'tenantId', 'clientId']),
    },
    {
      name: 'websearch',
      when: { equals: { server: 'websearch' } },
      schema: entry('Built-in server: web search', fieldsOfVariant.websearch, ['name', 'provider']),
    },
    {
      name: 'github',
      when: { equals: { server: 'github' } },
      schema: entry('Built-in server: GitHub', fieldsOfVariant.github, ['name', 'clientId']),
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
      schema: entry('Tool policy for a plugin server', fieldsOfVariant['policy-only'], ['name']),
    },
    { name: 'local', when: { has: 'command' }, schema: local },
    { name: 'remote', schema: remote },
  ],
};
