import type { Schema } from '../../../schema/schema.ts';
import { pluginSources } from '../sources.ts';
import { componentProperties } from './componentSchema.ts';
import { userConfig } from './userConfigSchema.ts';

const facts = {
  source: pluginSources.plugins,
  certainty: 'documented',
  whenWrong: 'The plugin does not load.',
} as const;

const text = (title: string, description: string): Schema => ({ title, description, type: 'string', facts });

const author: Schema = {
  title: 'Author',
  description: 'Who made the plugin.',
  type: 'object',
  required: ['name'],
  properties: {
    name: { title: 'Name', description: 'A person or an organization.', type: 'string', minLength: 1, facts },
    email: { title: 'E-mail', description: 'Where users can write to.', type: 'string', facts },
    url: { title: 'URL', description: 'A page of the author.', type: 'string', facts },
  },
  facts,
};

const dependency: Schema = {
  variants: [
    { name: 'a name', when: { type: 'string' }, schema: { type: 'string' } },
    {
      name: 'a plugin',
      schema: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { title: 'Name', description: 'The plugin that is needed.', type: 'string' },
          version: { title: 'Version', description: 'A range of versions, such as `^1.2`.' },
          marketplace: {
            title: 'Marketplace',
            description: 'Where it comes from, if not from the same one.',
            type: 'string',
          },
        },
      },
    },
  ],
};

/** What a plugin is, in `plugin.json` and in the entry of a marketplace. */
export const aboutProperties: Readonly<Record<string, Schema>> = {
  displayName: text('Shown name', 'The name that users see.'),
  version: {
    title: 'Version',
    description:
      'The version of the plugin. While it stays the same, users of a marketplace get no update. In an org-plugins folder `version.json` decides.',
    type: 'string',
    suggestions: [{ value: '1.0.0' }],
    facts,
  },
  description: text('Description', 'What the plugin is for, in a sentence.'),
  author,
  homepage: text('Home page', 'The URL of the documentation.'),
  repository: text('Repository', 'The URL of the sources, as a string.'),
  license: {
    ...text('License', 'The license, as an SPDX name.'),
    suggestions: [{ value: 'MIT' }, { value: 'Apache-2.0' }, { value: 'UNLICENSED' }],
  },
  keywords: {
    title: 'Keywords',
    description: 'Words to find the plugin by.',
    type: 'array',
    items: { type: 'string' },
    facts,
  },
};

/** What a plugin holds and needs, in `plugin.json` and in the entry of a marketplace. */
export const partProperties: Readonly<Record<string, Schema>> = {
  ...componentProperties,
  userConfig,
  channels: {
    title: 'Channels',
    description: 'Servers of the plugin that bring messages from outside.',
    type: 'array',
    items: {
      type: 'object',
      required: ['server'],
      properties: {
        server: { title: 'Server', description: 'A name from `mcpServers`.', type: 'string', minLength: 1 },
        displayName: { title: 'Shown name', description: 'The name that users see.', type: 'string' },
        userConfig,
      },
    },
    facts,
  },
  dependencies: {
    title: 'Needed plugins',
    description: 'Plugins that this one needs.',
    type: 'array',
    items: dependency,
    facts,
  },
  defaultEnabled: {
    title: 'Switched on',
    description: 'Whether the plugin is switched on once it is installed.',
    type: 'boolean',
    default: true,
    facts: { ...facts, notes: ['Claude Code 2.1.154 and newer.'] },
  },
  metadata: {
    title: 'Metadata',
    description: 'Anything of your own.',
    type: 'object',
    severity: 'warning',
    facts: { source: pluginSources.plugins, certainty: 'documented', notes: ['Claude Code 2.1.222 and newer.'] },
  },
  engines: {
    title: 'Versions of the app',
    description: 'The versions of Claude Code that the plugin runs with, such as `{ "claude-code": ">=2.1.0" }`.',
    type: 'object',
    properties: { 'claude-code': { title: 'Claude Code', description: 'A range of versions.', type: 'string' } },
    severity: 'warning',
    facts: { certainty: 'validator' },
  },
  settings: {
    title: 'Settings',
    description: 'Settings that the plugin brings along.',
    type: 'object',
    facts: { certainty: 'validator' },
  },
  types: text('Types', 'A file of type declarations, `./x.d.ts`, for hook modules.'),
};
