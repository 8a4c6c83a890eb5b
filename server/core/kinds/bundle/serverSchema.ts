import type { Schema } from '../../schema/schema.ts';
import { facts, text, texts } from './keys.ts';

const filled =
  '`${__dirname}` is replaced by the folder of the installed extension, `${user_config.KEY}` by what the user has entered.';

const start: Readonly<Record<string, Schema>> = {
  command: {
    ...text('Command', `The program to start. ${filled} On Windows \`.exe\` is added to a program of the bundle.`),
    suggestions: [{ value: 'node' }, { value: 'python' }, { value: 'npx' }, { value: '${__dirname}/server/' }],
  },
  args: {
    ...texts(
      'Arguments',
      `The arguments of the program. ${filled} An option with several values becomes several arguments.`,
    ),
    suggestions: [{ value: ['${__dirname}/server/index.js'] }],
  },
  env: {
    title: 'Environment',
    description: `Environment variables of the program; all values are strings. Put secrets here. ${filled}`,
    type: 'object',
    additionalProperties: { type: 'string' },
    facts,
  },
};

const mcpConfig: Schema = {
  title: 'Start command',
  description: 'What the app writes to its own configuration when the extension is installed.',
  type: 'object',
  required: ['command'],
  properties: {
    ...start,
    platform_overrides: {
      title: 'Platform overrides',
      description: 'What differs on one platform: `win32`, `darwin` or `linux`.',
      type: 'object',
      properties: Object.fromEntries(
        ['win32', 'darwin', 'linux'].map((system) => [
          system,
          {
            title: system,
            description: `What differs on \`${system}\`.`,
            type: 'object',
            properties: start,
            facts,
          },
        ]),
      ),
      additionalProperties: { type: 'object', properties: start },
      facts,
    },
  },
  facts,
};

const serverFacts = {
  ...facts,
  notes: [
    'In Cowork on third-party inference, extensions run only where the policy sets `isDesktopExtensionEnabled` to true.',
  ],
} as const;

const ofType = (types: readonly string[], required: readonly string[]): Schema => ({
  title: 'Server',
  description: 'The program of the bundle, and how it is started.',
  type: 'object',
  required,
  properties: {
    type: {
      title: 'Kind of server',
      description:
        '`node` and `python`: scripts that bring their packages along. `binary`: a program. `uv`: a Python project whose packages the app installs.',
      type: 'string',
      enum: types,
      facts,
    },
    entry_point: text('Main file', 'The server’s file, relative to the manifest’s folder, without `${__dirname}`.'),
    mcp_config: mcpConfig,
  },
  facts: serverFacts,
});

const types = ['node', 'python', 'binary', 'uv'];

/** How the server of a bundle is started. With `uv`, the app knows it without `mcp_config`. */
export const server: Schema = {
  title: 'Server',
  description: 'The program of the bundle, and how it is started.',
  variants: [
    { name: 'a project for uv', when: { equals: { type: 'uv' } }, schema: ofType(types, ['type', 'entry_point']) },
    { name: 'a server', schema: ofType(types, ['type', 'entry_point', 'mcp_config']) },
  ],
  facts: serverFacts,
};
