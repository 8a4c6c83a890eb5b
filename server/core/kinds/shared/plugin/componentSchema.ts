import type { Schema } from '../../../schema/schema.ts';
import { hookMap } from '../hooks/hookSchema.ts';
import { lspServerOf } from '../servers/lspSchema.ts';
import { mcpServers } from '../servers/mcpServers.ts';
import { monitorsOf } from '../servers/monitorSchema.ts';
import { pluginSources } from '../sources.ts';

const facts = {
  source: pluginSources.plugins,
  certainty: 'documented',
  whenWrong: 'The plugin fails to load.',
} as const;
const inside = 'Paths are relative to the plugin’s folder and start with `./`.';

const path: Schema = { type: 'string' };
// A separate schema object: the content of a variant is validated separately, and would be reported twice.
const pathList: Schema = { type: 'array', items: { type: 'string' } };

const paths = (title: string, description: string, example: string): Schema => ({
  title,
  description: `${description} ${inside}`,
  variants: [
    { name: 'paths', when: { type: 'array' }, schema: pathList },
    { name: 'a path', schema: { type: 'string' } },
  ],
  suggestions: [{ value: example }],
  facts,
});

/** Returns the schema of a path, the component itself, or a list of both. */
const inline = (title: string, description: string, definition: Schema, example: string): Schema => ({
  title,
  description: `${description} ${inside}`,
  variants: [
    { name: 'a path', when: { type: 'string' }, schema: path },
    {
      name: 'a list',
      when: { type: 'array' },
      schema: {
        type: 'array',
        items: {
          variants: [
            { name: 'a path', when: { type: 'string' }, schema: path },
            { name: 'inline', schema: definition },
          ],
        },
      },
    },
    { name: 'inline', schema: definition },
  ],
  suggestions: [{ value: example }],
  facts,
});

const command: Schema = {
  type: 'object',
  properties: {
    source: { title: 'File', description: `The file of the command. ${inside}`, type: 'string', facts },
    content: { title: 'Body', description: 'The body of the command, instead of a file.', type: 'string', facts },
    description: { title: 'Description', description: 'What the command does.', type: 'string', facts },
    argumentHint: {
      title: 'Argument hint',
      description: 'Shown after the command while the user types it.',
      type: 'string',
      facts,
    },
    model: { title: 'Model', description: 'The model that runs it.', type: 'string', facts },
    allowedTools: {
      title: 'Allowed tools',
      description: 'Tools that run without asking.',
      type: 'array',
      items: { type: 'string' },
      facts,
    },
  },
};

const themes = paths('Themes', 'Colour themes of Claude Code.', './themes/');
const monitors: Schema = {
  title: 'Monitors',
  description: `Commands that run in the background of a session, in a file or inline. ${inside}`,
  variants: [
    { name: 'a path', when: { type: 'string' }, schema: path },
    { name: 'inline', schema: monitorsOf(facts) },
  ],
  facts,
};
const moved = { ...facts, deprecated: 'Move it below `experimental`.' };

/** The keys of `plugin.json` that name or contain components. */
export const componentProperties: Readonly<Record<string, Schema>> = {
  skills: paths('Skills', 'Folders with skills, in addition to `skills/`.', './skills/'),
  commands: {
    title: 'Commands',
    description: `Files or folders with commands, instead of \`commands/\`; or commands by name. ${inside}`,
    variants: [
      { name: 'a path', when: { type: 'string' }, schema: path },
      { name: 'paths', when: { type: 'array' }, schema: pathList },
      { name: 'commands by name', schema: { type: 'object', additionalProperties: command } },
    ],
    suggestions: [{ value: './commands/' }],
    facts: { ...facts, notes: ['With this key, the folder `commands/` is not read; list it here to keep it.'] },
  },
  agents: paths(
    'Agents',
    'Files with agents, each with the extension `.md`, instead of `agents/`.',
    './agents/reviewer.md',
  ),
  workflows: paths('Workflows', 'Files with workflows, instead of `workflows/`.', './workflows/'),
  outputStyles: paths(
    'Output styles',
    'Files or folders with output styles, instead of `output-styles/`.',
    './output-styles/',
  ),
  hooks: inline(
    'Hooks',
    'Hooks, in a file or inline, in addition to `hooks/hooks.json`. Inline, write the events themselves.',
    hookMap,
    './hooks/more.json',
  ),
  mcpServers: inline(
    'MCP servers',
    'Servers, in a file or inline, in addition to `.mcp.json`. Inline, write the servers by name.',
    mcpServers,
    './.mcp.json',
  ),
  lspServers: inline(
    'Language servers',
    'Language servers, in a file or inline.',
    { type: 'object', additionalProperties: lspServerOf(facts) },
    './.lsp.json',
  ),
  experimental: {
    title: 'Experimental',
    description: 'Components that may still change.',
    type: 'object',
    severity: 'warning',
    properties: {
      themes,
      monitors,
      evals: {
        title: 'Evals',
        description: 'Where the evals are, with or without `./`; of a list the first path counts.',
        variants: [
          { name: 'paths', when: { type: 'array' }, schema: pathList },
          { name: 'a path', schema: { type: 'string' } },
        ],
        facts: { certainty: 'validator' },
      },
    },
    facts: { source: pluginSources.plugins, certainty: 'documented' },
  },
  themes: { ...themes, facts: moved },
  monitors: { ...monitors, facts: moved },
};
