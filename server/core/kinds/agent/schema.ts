import type { Schema } from '../../schema/schema.ts';
import {
  checkedTools,
  descriptionKey,
  effortKey,
  free,
  frontMatterOf,
  modelKey,
  nameKey,
  words,
  yesOrNo,
} from '../markdown/keys.ts';
import { componentSources } from '../markdown/sources.ts';

const { agents, plugins } = componentSources;

const colors = ['red', 'blue', 'green', 'yellow', 'purple', 'orange', 'pink', 'cyan'];

/** Keys that a plugin's agent may not use. */
export const ignoredKeys = ['hooks', 'mcpServers', 'permissionMode'] as const;

const ignored = (title: string, description: string, more: Schema = {}): Schema =>
  free(title, description, plugins, { ...more, facts: { deprecated: 'In a plugin this key is ignored.' } });

export const schema = frontMatterOf('Agent', 'Describes the agent and what it may use.', {
  name: nameKey('The name of the agent: lower-case letters and `-`, no `:`. Default: the file name.', agents),
  description: descriptionKey(
    'What the agent is for and when to use it. Claude uses this description to choose an agent.',
    agents,
  ),
  tools: free(
    'Tools',
    'The only tools that the agent may use: `Read, Grep, Bash`. Without this key it may use all of them.',
    agents,
  ),
  disallowedTools: free('Disallowed tools', 'Tools that the agent may not use.', agents),
  model: modelKey('The model that the agent uses.', agents),
  color: free('Colour', 'The colour of the agent in lists.', agents, {
    suggestions: colors.map((value) => ({ value })),
  }),
  effort: effortKey,
  maxTurns: free('Turns', 'The number of turns after which the agent stops.', agents),
  skills: free('Skills', 'Skills to load when the agent starts.', agents),
  memory: free(
    'Memory',
    'Where the agent stores what it learns.',
    agents,
    words({ user: 'For all projects', project: 'With the project', local: 'With the project, not shared' }),
  ),
  background: free(
    'Background',
    'Whether it always runs in the background, while the conversation continues.',
    agents,
    yesOrNo('It does', 'The conversation waits for it'),
  ),
  isolation: free(
    'Isolation',
    'With `worktree` it works in its own copy of the repository.',
    agents,
    words({ worktree: 'A separate git worktree' }),
  ),
  initialPrompt: free('First prompt', 'The first prompt when the agent runs as the main conversation.', agents),
  permissionMode: ignored(
    'Permission mode',
    'When the agent asks before it acts.',
    words({
      default: 'Asks',
      acceptEdits: 'Edits without asking',
      auto: 'A classifier decides',
      dontAsk: 'Denies what is not allowed',
      bypassPermissions: 'Never asks',
      plan: 'Plans only',
    }),
  ),
  mcpServers: ignored('MCP servers', 'Servers for this agent only.'),
  hooks: ignored('Hooks', 'Hooks that run while the agent is active, by event.'),
  'allowed-tools': {
    ...checkedTools('Allowed tools', 'A key of skills and commands.', agents),
    facts: { source: agents, certainty: 'validator', deprecated: 'Agents read `tools`.' },
  },
});
