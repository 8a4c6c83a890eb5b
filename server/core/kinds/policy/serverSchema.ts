import { fieldForms } from '../../policy/entry/fieldForms.ts';
import { fieldsOfVariant, oauthFields } from '../../policy/entry/variant.ts';
import { fieldTexts, oauthTexts } from '../../policy/managedServerTexts.ts';
import type { Schema, Suggestion } from '../../schema/schema.ts';

/** The effect of a value of a wrong type in an entry. Source: the app's own validator. */
export const entryIsDropped = 'The entry is dropped.';

const oauthForms: Readonly<Record<string, Schema>> = Object.fromEntries(
  oauthFields.flatMap((name) => {
    const form = fieldForms.get(`oauth.${name}`);
    return form ? [[name, form]] : [];
  }),
);

/** The values of a tool policy. Rules report wrong values, since one of them drops the whole entry. */
export const permissions: readonly Suggestion[] = [
  { value: 'allow', description: 'The tool runs without a prompt in Cowork and Chat. Code uses its own prompts.' },
  { value: 'ask', description: 'Every call asks: allow once or deny.' },
  { value: 'blocked', description: 'The tool is not available.' },
];

const toolPolicy: Schema = {
  type: 'object',
  title: 'Tool policy',
  description:
    'Tool name → permission. `*` matches any characters (partial wildcards since 1.20186.0). In Cowork an exact name wins over wildcards; among several wildcards the strictest wins. In Code a stricter wildcard wins over an exact name, except for a plain blocked `*`.',
  additionalProperties: { suggestions: permissions },
  facts: {
    notes: [
      'In Code, `allow` does not suppress permission prompts.',
      'For tools that are not listed here, the user decides.',
      'Microsoft 365 tools that send always ask.',
    ],
  },
};

const oauth: Schema = {
  description: 'Sign-in: `true` registers a client automatically; an object names a client.',
  facts: {
    notes: [
      'Sign-in returns to `http://127.0.0.1:53280/callback`: register exactly this URL with the client.',
      'Without `oauth`, `headersHelper` and an `Authorization` header, the app also signs in when the server answers 401 (since 1.24012.0). A 302 does not start a sign-in.',
    ],
  },
  variants: [
    {
      name: 'client',
      when: { type: 'object' },
      schema: {
        type: 'object',
        properties: explained(oauthForms, oauthTexts),
      },
    },
    // The app's own validator accepts these two silently.
    { name: 'none', when: { type: 'null' }, schema: {} },
    { name: 'empty', when: { type: 'array' }, schema: {} },
    { name: 'registration', schema: { type: 'boolean', expected: 'true, or an object that names a client' } },
  ],
};

/** Returns one variant of an entry: its fields in the order of completion. */
function entry(title: string, names: readonly string[], required: readonly string[]): Schema {
  const special: Readonly<Record<string, Schema>> = { toolPolicy, oauth };
  const properties = names.flatMap((name) => {
    const form = special[name] ?? fieldForms.get(name);
    return form ? [[name, form] as const] : [];
  });
  return {
    type: 'object',
    title,
    properties: explained(Object.fromEntries(properties), fieldTexts),
    required,
    facts: { whenWrong: entryIsDropped },
  };
}

/** Returns fields with their descriptions, and with the effect of a wrong value, also in nested fields. */
function explained(
  schemas: Readonly<Record<string, Schema>>,
  texts: typeof fieldTexts,
): Readonly<Record<string, Schema>> {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const { description, notes } = texts[name] ?? {};
      const facts = { whenWrong: entryIsDropped, ...(notes && { notes }), ...schema.facts };
      return [name, { ...withInnerFacts(schema), ...(description && { description }), facts }];
    }),
  );
}

function withInnerFacts(schema: Schema): Schema {
  const facts = { whenWrong: entryIsDropped };
  const { items, additionalProperties: values } = schema;
  return {
    ...schema,
    ...(items && { items: { ...items, facts } }),
    ...(values?.type && { additionalProperties: { ...values, facts } }),
  };
}

const remote = entry('Remote MCP server', fieldsOfVariant.remote, ['name']);
const local = entry('Local MCP server', fieldsOfVariant.stdio, ['name']);

/**
 * An entry of `managedMcpServers`. The variant depends on `server`, otherwise on `transport`, otherwise on the fields, as in
 * `variantOf`.
 */
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
    { name: 'http', when: { equals: { transport: 'http' } }, schema: remote },
    { name: 'sse', when: { equals: { transport: 'sse' } }, schema: remote },
    {
      name: 'policy-only',
      when: { equals: { transport: 'policy-only' } },
      schema: entry('Tool policy for a plugin server', fieldsOfVariant['policy-only'], ['name']),
    },
    { name: 'remote-by-url', when: { has: 'url' }, schema: remote },
    { name: 'local', when: { has: 'command' }, schema: local },
    { name: 'remote', schema: remote },
  ],
};
