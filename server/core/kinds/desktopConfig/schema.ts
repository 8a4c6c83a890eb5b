import type { Schema } from '../../schema/schema.ts';
import { pluginSources } from '../shared/sources.ts';

const facts = { source: pluginSources.extensions, certainty: 'documented' } as const;

const entry: Schema = {
  type: 'object',
  properties: {
    command: {
      title: 'Command',
      description:
        'The program to start. Write its whole path if it is not found: the app does not know the `PATH` of your terminal.',
      type: 'string',
      minLength: 1,
      suggestions: [{ value: 'npx' }, { value: 'uvx' }, { value: 'node' }, { value: 'docker' }],
      facts: { ...facts, whenWrong: 'The server is skipped, and a dialog says so.' },
    },
    args: {
      title: 'Arguments',
      description: 'The arguments of the program, one string each.',
      type: 'array',
      items: { type: 'string' },
      default: [],
      facts,
    },
    env: {
      title: 'Environment',
      description:
        'Environment variables of the program; all values are strings. Nothing is substituted: `${NAME}` stays as it is.',
      type: 'object',
      additionalProperties: { type: 'string' },
      default: {},
      facts,
    },
    extensionId: {
      title: 'Extension',
      description: 'Set by the app for servers that come from an extension.',
      type: 'string',
      facts,
    },
  },
};

/** `claude_desktop_config.json`: the local servers of one user. */
export const schema: Schema = {
  title: 'Configuration of Claude Desktop',
  type: 'object',
  properties: {
    mcpServers: {
      title: 'Local MCP servers',
      description:
        'Programs that the app starts for this user, by name. A managed server or a plugin server of the same name takes precedence.',
      type: 'object',
      additionalProperties: {
        title: 'Local MCP server',
        variants: [
          { name: 'a program', when: { has: 'command' }, schema: entry },
          { name: 'a URL', when: { has: 'url' }, schema: entry },
          { name: 'a URL', when: { has: 'serverUrl' }, schema: entry },
          { name: 'a program', schema: { ...entry, required: ['command'] } },
        ],
      },
      facts: {
        ...facts,
        notes: [
          'The policy switches these servers off with `isLocalDevMcpEnabled: false`.',
          'On third-party inference, the file is in the folder `Claude-3p`, not `Claude`.',
        ],
      },
    },
  },
};
