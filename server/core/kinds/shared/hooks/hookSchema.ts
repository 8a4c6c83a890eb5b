import type { Severity } from '../../../base/text.ts';
import type { Schema } from '../../../schema/schema.ts';
import { pluginSources } from '../sources.ts';
import { type HookEvent, hookEvents } from './hookEvents.ts';

const facts = { source: pluginSources.hooks, certainty: 'documented' } as const;

const handlerTypes = ['command', 'http', 'mcp_tool', 'prompt', 'agent'];

const common: Readonly<Record<string, Schema>> = {
  type: {
    title: 'Kind of handler',
    description:
      '`command`: a program; `http`: a request; `mcp_tool`: a tool of a server; `prompt`: a question to a model; `agent`: a model with tools.',
    type: 'string',
    enum: handlerTypes,
    facts: { ...facts, whenWrong: 'The handler is left out; before a tool runs, the whole file is.' },
  },
  if: {
    title: 'Condition',
    description:
      'A permission rule, such as `Bash(git *)`. For tool events only; with any other event, the hook never runs.',
    type: 'string',
    facts,
  },
  timeout: {
    title: 'Timeout',
    description: 'How long the hook may take, in seconds.',
    type: 'number',
    exclusiveMinimum: 0,
    facts,
  },
  statusMessage: { title: 'Status message', description: 'Shown while the hook runs.', type: 'string', facts },
  once: {
    title: 'Once',
    description: 'Runs only once per session. For hooks in skills.',
    type: 'boolean',
    facts,
  },
};

const onFailure: Schema = {
  title: 'On failure',
  description:
    'What happens if the hook itself fails: `continue` lets the action go on, `block` stops it. Without it, a guard that fails lets everything through. Known in Claude Code 2.1.329 and later.',
  type: 'string',
  enum: ['continue', 'block'],
  default: 'continue',
  facts: { certainty: 'validator', whenWrong: 'The handler is left out; before a tool runs, the whole file is.' },
};

const command: Readonly<Record<string, Schema>> = {
  ...common,
  onFailure,
  holdsTools: {
    title: 'Holds tools',
    description: 'Tool calls wait for the hook. Known in Claude Code 2.1.332.',
    type: 'boolean',
    facts: { certainty: 'validator' },
  },
  command: {
    title: 'Command',
    description:
      'What to run. Without `args` a shell reads it: put `"${CLAUDE_PLUGIN_ROOT}/…"` in quotes. The hook gets its input as JSON on standard input; exit code 2 blocks where the event can be blocked.',
    type: 'string',
    suggestions: [{ value: '"${CLAUDE_PLUGIN_ROOT}/hooks/"', description: 'a script of the plugin' }],
    facts,
  },
  args: {
    title: 'Arguments',
    description: 'Arguments for `command`, which is then started without a shell.',
    type: 'array',
    items: { type: 'string' },
    facts,
  },
  async: {
    title: 'In the background',
    description: 'Runs the hook in the background, without waiting for it.',
    type: 'boolean',
    default: false,
    facts,
  },
  asyncRewake: {
    title: 'Wake up',
    description: 'Runs in the background and wakes the model if the exit code is 2.',
    type: 'boolean',
    default: false,
    facts,
  },
  rewakeMessage: {
    title: 'Wake-up message',
    description: 'What the model receives when it is woken.',
    type: 'string',
    facts: { certainty: 'validator' },
  },
  rewakeSummary: {
    title: 'Wake-up summary',
    description: 'What the user sees when the model is woken.',
    type: 'string',
    facts: { certainty: 'validator' },
  },
  shell: {
    title: 'Shell',
    description: 'The shell that reads `command`.',
    type: 'string',
    enum: ['bash', 'powershell'],
    default: 'bash',
    facts,
  },
};
const http: Readonly<Record<string, Schema>> = {
  ...common,
  onFailure,
  url: {
    title: 'URL',
    description: 'The URL that the input is sent to with POST. Variables are not substituted.',
    type: 'string',
    pattern: '^[A-Za-z][A-Za-z0-9+.-]*://',
    expected: 'a complete URL such as https://hooks.example.com/claude',
    facts,
  },
  headers: {
    title: 'Headers',
    description: 'Sent with the request. `$NAME` is substituted for names in `allowedEnvVars`.',
    type: 'object',
    additionalProperties: { type: 'string' },
    facts,
  },
  allowedEnvVars: {
    title: 'Variables',
    description: 'Names of the environment variables that `headers` may use.',
    type: 'array',
    items: { type: 'string' },
    facts,
  },
};
const tool: Readonly<Record<string, Schema>> = {
  ...common,
  server: {
    title: 'Server',
    description: 'The MCP server; `plugin:<plugin>:<server>` for a plugin’s server.',
    type: 'string',
    facts,
  },
  tool: { title: 'Tool', description: 'The name of the tool.', type: 'string', facts },
  input: { title: 'Input', description: 'The input of the tool.', type: 'object', facts },
};
const agent: Readonly<Record<string, Schema>> = {
  ...common,
  prompt: {
    title: 'Prompt',
    description: 'What the model is asked. `$ARGUMENTS` is replaced by the input of the hook.',
    type: 'string',
    facts,
  },
  model: { title: 'Model', description: 'The model to use. Default: a small, fast one.', type: 'string', facts },
};
const prompt: Readonly<Record<string, Schema>> = {
  ...agent,
  continueOnBlock: {
    title: 'Continue when blocked',
    description: 'Passes the reason to the model instead of stopping the turn.',
    type: 'boolean',
    default: false,
    facts,
  },
};

const of = (type: string, properties: Readonly<Record<string, Schema>>, required: readonly string[]) => ({
  name: type,
  when: { equals: { type } },
  schema: { type: 'object', properties, required: ['type', ...required] } as Schema,
});

const handler: Schema = {
  title: 'Handler',
  variants: [
    of('command', command, ['command']),
    of('http', http, ['url']),
    of('mcp_tool', tool, ['server', 'tool']),
    of('prompt', prompt, ['prompt']),
    of('agent', agent, ['prompt']),
    {
      name: 'a handler',
      schema: { type: 'object', properties: { ...http, ...tool, ...prompt, ...command }, required: ['type'] },
    },
  ],
};

/** Returns the schema with a lower severity, for values that invalidate only one entry, or whose effect is not documented. */
function milder(schema: Schema, severity: Severity = 'warning'): Schema {
  const map = (schemas: Readonly<Record<string, Schema>>) =>
    Object.fromEntries(Object.entries(schemas).map(([key, value]) => [key, milder(value, severity)]));
  return {
    ...schema,
    severity,
    ...(schema.properties && { properties: map(schema.properties) }),
    ...(schema.additionalProperties && { additionalProperties: milder(schema.additionalProperties, severity) }),
    ...(schema.items && { items: milder(schema.items, severity) }),
    ...(schema.variants && { variants: schema.variants.map((v) => ({ ...v, schema: milder(v.schema, severity) })) }),
  };
}

function groups({ description, matches, values, blocks, strict }: HookEvent): Schema {
  const group: Schema = {
    title: 'Group of handlers',
    type: 'object',
    required: ['hooks'],
    properties: {
      ...(matches && {
        matcher: {
          title: 'Matcher',
          description: `Which ${matches}. Missing, empty or \`*\`: all. Only letters, digits, \`_\`, \`-\`, spaces, \`,\` and \`|\`: a list of exact names. Anything else: a JavaScript regular expression that may match anywhere in the name.`,
          type: 'string',
          suggestions: values?.map((value) => ({ value })) ?? [],
          facts,
        },
      }),
      hooks: {
        title: 'Handlers',
        description: 'The handlers to run, in parallel.',
        type: 'array',
        items: { $ref: `#/$defs/${strict ? 'strictHandler' : 'handler'}` },
        facts,
      },
    },
  };
  const about: Schema = { description: `${description}${blocks ? ' Exit code 2 blocks it.' : ''}`, facts };
  const schema: Schema = { ...about, type: 'array', items: group };
  if (!strict) return milder(schema);
  // An empty value is accepted, even where a broken entry invalidates the file.
  const unset: Schema = { ...about, type: 'array', severity: 'warning' };
  const variants = [
    { name: 'nothing', when: { type: 'null' }, schema: unset },
    { name: 'groups', schema },
  ] as const;
  return { ...about, variants };
}

/** Hooks by event; uses `#/$defs/handler` and `#/$defs/strictHandler`. */
export const hookMap: Schema = {
  title: 'Hooks',
  description: 'Handler groups by event. Event names are case-sensitive.',
  type: 'object',
  properties: Object.fromEntries(Object.entries(hookEvents).map(([name, event]) => [name, groups(event)])),
};

/** Handlers of hooks: `#/$defs/strictHandler` for events in which a broken one invalidates the file, `#/$defs/handler` for others. */
export const hookDefs: Readonly<Record<string, Schema>> = {
  strictHandler: handler,
  handler: milder(handler),
};

/** Hooks in front matter, whose structure is documented but not checked by the validator of Claude Code; uses `mildHookDefs`. */
export const mildHookMap: Schema = { ...milder(hookMap, 'hint'), type: ['object', 'null'] };

/** The handlers of `mildHookMap`. */
export const mildHookDefs: Readonly<Record<string, Schema>> = {
  strictHandler: milder(handler, 'hint'),
  handler: milder(handler, 'hint'),
};
