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

export const schema = frontMatterOf('Agent', 'Who the agent is and what it may use.', {
  name: nameKey(
    'The name that the agent is called by: lower-case letters and `-`, no `:`. Without it the file’s name counts.',
    agents,
  ),
  description: descriptionKey(
    'What the agent is for and when to use it: Claude chooses an agent by this description.',
    agents,
  ),
  tools: free(
    'Tools',
    'The only tools that the agent has: `Read, Grep, Bash`. Without this key it has all of them.',
    agents,
  ),
  disallowedTools: free('Disallowed tools', 'Tools that the agent does not have.', agents),
  model: modelKey('The model that the agent uses.', agents),
  color: free('Colour', 'The colour of the agent in lists.', agents, {
    suggestions: colors.map((value) => ({ value })),
  }),
  effort: effortKey,
  maxTurns: free('Turns', 'After how many turns the agent stops.', agents),
  skills: free('Skills', 'Skills that are loaded when the agent starts.', agents),
  memory: free(
    'Memory',
    'Where the agent keeps what it learns.',
    agents,
    words({ user: 'For all projects', project: 'With the project', local: 'With the project, not shared' }),
  ),
  background: free(
    'Background',
    'Whether it always runs while the conversation goes on.',
    agents,
    yesOrNo('It does', 'The conversation waits for it'),
  ),
  isolation: free(
    'Isolation',
    'With `worktree` it works in a copy of the repository.',
    agents,
    words({ worktree: 'A git worktree of its own' }),
  ),
  initialPrompt: free('First prompt', 'What is said first when the agent runs as the main conversation.', agents),
  permissionMode: ignored(
    'Permission mode',
    'How the agent asks before it acts.',
    words({
      default: 'Asks',
      acceptEdits: 'Edits without asking',
      auto: 'A classifier decides',
      dontAsk: 'Refuses what is not allowed',
      bypassPermissions: 'Never asks',
      plan: 'Only plans',
    }),
  ),
  mcpServers: ignored('MCP servers', 'Servers for this agent only.'),
  hooks: ignored('Hooks', 'What runs when something happens while the agent works.'),
  'allowed-tools': {
    ...checkedTools('Allowed tools', 'A key of skills and commands.', agents),
    facts: { source: agents, certainty: 'validator', deprecated: 'Agents read `tools`.' },
  },
});
