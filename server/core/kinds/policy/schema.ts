import type { Severity } from '../../base/text.ts';
import { builtinTools } from '../../policy/builtinTools.ts';
import { catalogue, type PolicyKey, policyKeys, type RenamedKey } from '../../policy/catalogue.ts';
import { fieldSchemas } from '../../policy/fields.ts';
import { clusters } from '../../policy/nested.ts';
import { nestedSchema } from '../../policy/nestedSchema.ts';
import { isDeprecated } from '../../policy/standing.ts';
import type { KeyFacts, Schema, Suggestion } from '../../schema/schema.ts';
import { permissions, serverSchema } from './serverSchema.ts';

const toolNames: readonly Suggestion[] = builtinTools.map(({ name, description }) => ({ value: name, description }));

const fieldsOf = ({ fields = [] }: PolicyKey): Record<string, Schema> => fieldSchemas(fields);

/** Schemas that cannot be derived completely from the catalogue's types. */
const special: Readonly<Record<string, (key: PolicyKey) => Schema>> = {
  managedMcpServers: () => ({ type: 'array', items: { $ref: '#/$defs/server' }, alsoText: 'json' }),
  disabledBuiltinTools: () => ({ type: 'array', items: { type: 'string', suggestions: toolNames }, alsoText: 'json' }),
  builtinToolPolicy: () => ({
    type: 'object',
    alsoText: 'json',
    properties: Object.fromEntries(
      builtinTools.map(({ name, description }) => [name, { description, suggestions: permissions.slice(0, 2) }]),
    ),
    additionalProperties: { suggestions: permissions.slice(0, 2) },
  }),
  orgPluginSettings: () => ({
    variants: [
      {
        name: 'record',
        when: { type: 'object' },
        schema: {
          type: 'object',
          properties: {
            mcpServers: {
              type: 'object',
              additionalProperties: {
                type: 'object',
                properties: { toolPolicy: { type: 'object', additionalProperties: { suggestions: permissions } } },
              },
            },
          },
        },
      },
      {
        name: 'list',
        schema: {
          type: 'array',
          alsoText: 'json',
          items: {
            type: 'object',
            required: ['serverName'],
            properties: {
              serverName: {
                type: 'string',
                minLength: 1,
                description: 'The name of a server in a plugin’s `.mcp.json`',
              },
              tools: {
                type: 'array',
                description: 'The tools to lock',
                items: {
                  type: 'object',
                  required: ['toolName'],
                  properties: {
                    toolName: {
                      type: 'string',
                      minLength: 1,
                      description: 'The name of the tool, as its server reports it',
                    },
                    permission: {
                      suggestions: permissions,
                      description:
                        'What the tool may do. An invalid value blocks the tool; a missing value drops the rule.',
                    },
                  },
                },
              },
            },
          },
        },
      },
    ],
  }),
  allowedWorkspaceFolders: (key) => textOrObject({ type: 'object', required: ['path'], properties: fieldsOf(key) }),
  inferenceModels: (key) => textOrObject({ type: 'object', required: ['name'], properties: fieldsOf(key) }),
  inferenceModelPricing: (key) => ({
    type: 'array',
    alsoText: 'json',
    items: { type: 'object', required: (key.fields ?? []).map(({ name }) => name), properties: fieldsOf(key) },
  }),
  allowedPluginMcpServers: (key) => rows(key, ['serverUrl']),
  deniedPluginMcpServers: (key) => rows(key, ['serverUrl']),
  allowedPluginMarketplaces: (key) => rows(key, ['source']),
  defaultModelEffort: ({ enum: values = [] }) => ({
    type: 'string',
    suggestions: values.map((value) => ({ value })),
    pattern: `^\\s*(${values.map((value) => [...value].map((c) => `[${c}${c.toUpperCase()}]`).join('')).join('|')})\\s*$`,
    expected: `one of ${values.map((value) => `\`${value}\``).join(', ')}`,
  }),
  otlpContentCapture: ({ enum: values = [] }) => ({
    type: 'array',
    items: { type: 'string', enum: values },
    alsoText: 'json',
  }),
};

const rows = (key: PolicyKey, required: readonly string[]): Schema => ({
  type: 'array',
  alsoText: 'json',
  items: { type: 'object', required, properties: fieldsOf(key) },
});

const textOrObject = (object: Schema): Schema => ({
  type: 'array',
  alsoText: 'json',
  items: {
    variants: [
      { name: 'object', when: { type: 'object' }, schema: object },
      { name: 'text', schema: { type: 'string', expected: 'a string or an object `{ … }`' } },
    ],
  },
});

function numberSchema({ type, min, max, exclusiveMin }: PolicyKey): Schema {
  const number = type === 'integer' ? 'integer' : 'number';
  return {
    type: number,
    alsoText: number,
    ...(min !== undefined && exclusiveMin === undefined && { minimum: min }),
    ...(exclusiveMin !== undefined && { exclusiveMinimum: exclusiveMin }),
    ...(max !== undefined && { maximum: max }),
  };
}

function typed(key: PolicyKey): Schema {
  const { type, enum: values, formerValues = [], strictNumber, minLength, maxLength, pattern } = key;
  const exact = special[key.key];
  if (exact) return exact(key);
  if (type === 'boolean') return { type: 'boolean', alsoText: 'boolean' };
  if (type === 'integer' && !strictNumber) {
    // The app converts true to 1 and [30] to 30: certainly not intended, but it works.
    const coerced: Schema = { type, severity: 'hint' };
    return {
      variants: [
        { name: 'truth', when: { type: 'boolean' }, schema: coerced },
        { name: 'list', when: { type: 'array' }, schema: coerced },
        { name: 'number', schema: numberSchema(key) },
      ],
    };
  }
  if (type === 'integer' || type === 'number') return numberSchema(key);
  if (type === 'enum' && values) {
    if (formerValues.length === 0) return { type: 'string', enum: values };
    const suggestions = values.map((value) => ({ value }));
    return {
      type: 'string',
      pattern: `^(${[...values, ...formerValues].join('|')})$`,
      expected: `one of ${values.map((v) => `\`${v}\``).join(', ')}`,
      suggestions,
    };
  }
  if (type === 'string[]') return { type: 'array', items: { type: 'string' }, alsoText: 'json' };
  if (type === 'object<string,string>') {
    // The old forms `Name=value` and a list of those are reported depending on the date, not by the schema.
    return {
      type: ['object', 'string', 'array'],
      expected: 'an object of header names and values',
      additionalProperties: { type: 'string' },
    };
  }
  if (type === 'object') return { type: 'object', alsoText: 'json', properties: fieldsOf(key) };
  if (type.startsWith('string')) {
    return {
      type: 'string',
      ...(minLength && !maxLength && { minLength }),
      // The app trims the string before it counts.
      ...(maxLength && {
        pattern: `^\\s*\\S[\\s\\S]{0,${maxLength - 1}}\\s*$`,
        expected: `a string of 1 to ${maxLength} characters`,
      }),
      ...(pattern && { pattern, expected: `a string of the form \`${pattern}\`` }),
    };
  }
  return {};
}

function factsOf(key: PolicyKey): KeyFacts {
  const isList = key.type.includes('[]');
  const notes = [
    ...(key.previousNames ? [`Formerly ${key.previousNames.map((name) => `\`${name}\``).join(', ')}.`] : []),
    ...(key.availability ? [`Delivered by: ${key.availability}.`] : []),
    ...(isList
      ? [key.allOrNothing ? 'One bad entry makes the whole list unreadable.' : 'A bad entry is dropped.']
      : []),
    ...(key.secret ? ['Holds a secret: prefer a helper script where there is one.'] : []),
    ...(key.notes ?? []),
  ];
  const requiredFor = Object.keys(key.requiredFor ?? {});
  return {
    group: key.group,
    certainty: key.certainty,
    whenWrong: `The app cannot read the key; since ${catalogue.failClosedSince} it then applies the restrictive setting where there is one.`,
    ...(key.since && { since: key.since }),
    ...(key.source && { source: key.source }),
    ...(key.providers && { providers: key.providers }),
    ...(requiredFor.length > 0 && { requiredFor }),
    ...(isDeprecated(key.key) && { deprecated: `Status: ${key.status}.` }),
    ...(notes.length > 0 && { notes }),
  };
}

/** What only third parties report does not suffice for an error. */
const severityOf = ({ certainty, pattern }: PolicyKey): Severity | undefined =>
  certainty === 'third-party' || certainty === 'reading' ? 'hint' : pattern ? 'warning' : undefined;

function keySchema(key: PolicyKey): Schema {
  const severity = severityOf(key);
  return {
    ...typed(key),
    title: key.title,
    description: key.description,
    ...(key.default !== undefined && { default: key.default }),
    ...(severity && { severity }),
    facts: factsOf(key),
  };
}

const server: Schema = { type: 'array', title: 'Managed MCP servers', items: { $ref: '#/$defs/server' } };

/** Returns the schema of an old name: its current name, and how long the old name is accepted. */
function renamedSchema({ key, replacedBy, stopsAtCutoff, afterCutoff }: RenamedKey): [string, Schema][] {
  const current = policyKeys.get(replacedBy);
  if (!current) return [];
  const schema = keySchema(current);
  const until = stopsAtCutoff ? ` The old name is read until 2026-10-07, 12:00 Pacific.` : '';
  const then = afterCutoff ? ` After that, ${afterCutoff}.` : '';
  return [[key, { ...schema, facts: { ...schema.facts, deprecated: `called \`${replacedBy}\` now.${until}${then}` } }]];
}

const flat = Object.fromEntries([
  ...catalogue.keys.map((key): [string, Schema] => [key.key, keySchema(key)]),
  ...catalogue.renamed.flatMap(renamedSchema),
]);
const nested = nestedSchema(flat);

/** A policy: an object with flat keys or clusters, or the bare list of managed servers that admins paste from a snippet. */
export const schema: Schema = {
  variants: [
    { name: 'servers', when: { type: 'array' }, schema: server },
    ...['$schemaVersion', ...clusters].map((key) => ({ name: 'nested', when: { has: key }, schema: nested })),
    { name: 'policy', schema: { type: 'object', properties: flat } },
  ],
  $defs: { server: serverSchema },
};
