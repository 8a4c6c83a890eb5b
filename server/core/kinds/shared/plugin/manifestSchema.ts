import type { Schema } from '../../../schema/schema.ts';
import { pluginSources } from '../sources.ts';
import { componentProperties } from './componentSchema.ts';
import { userConfig } from './userConfigSchema.ts';

const facts = {
  source: pluginSources.plugins,
  certainty: 'documented',
  whenWrong: 'The plugin fails to load.',
} as const;

const text = (title: string, description: string): Schema => ({ title, description, type: 'string', facts });

const author: Schema = {
  title: 'Author',
  description: 'The author of the plugin.',
  type: 'object',
  required: ['name'],
  properties: {
    name: { title: 'Name', description: 'A person or an organization.', type: 'string', minLength: 1, facts },
    email: { title: 'E-mail', description: 'Where users can write to.', type: 'string', facts },
    url: { title: 'URL', description: 'The author’s web page.', type: 'string', facts },
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
          name: { title: 'Name', description: 'The required plugin.', type: 'string' },
          version: { title: 'Version', description: 'A range of versions, such as `^1.2`.' },
          marketplace: {
            title: 'Marketplace',
            description: 'The marketplace it comes from. Default: the same marketplace.',
            type: 'string',
          },
        },
      },
    },
  ],
};

/** The keys that describe a plugin, in `plugin.json` and in marketplace entries. */
export const aboutProperties: Readonly<Record<string, Schema>> = {
  displayName: text('Display name', 'The name that users see.'),
  version: {
    title: 'Version',
    description:
      'The version of the plugin. Users of a marketplace get an update only when it changes. In an org-plugins folder, `version.json` decides.',
    type: 'string',
    suggestions: [{ value: '1.0.0' }],
    facts,
  },
  description: text('Description', 'What the plugin is for, in a sentence.'),
  author,
  homepage: text('Home page', 'The URL of the documentation.'),
  repository: text('Repository', 'The URL of the source code, as a string.'),
  license: {
    ...text('License', 'The license, as an SPDX name.'),
    suggestions: [{ value: 'MIT' }, { value: 'Apache-2.0' }, { value: 'UNLICENSED' }],
  },
  keywords: {
    title: 'Keywords',
    description: 'Words for finding the plugin.',
    type: 'array',
    items: { type: 'string' },
    facts,
  },
};

/** The keys for content and dependencies of a plugin, in `plugin.json` and in marketplace entries. */
export const partProperties: Readonly<Record<string, Schema>> = {
  ...componentProperties,
  userConfig,
  channels: {
    title: 'Channels',
    description: 'Servers of the plugin that deliver messages from outside.',
    type: 'array',
    items: {
      type: 'object',
      required: ['server'],
      properties: {
        server: { title: 'Server', description: 'A name from `mcpServers`.', type: 'string', minLength: 1 },
        displayName: { title: 'Display name', description: 'The name that users see.', type: 'string' },
        userConfig,
      },
    },
    facts,
  },
  dependencies: {
    title: 'Dependencies',
    description: 'Plugins that this plugin needs.',
    type: 'array',
    items: dependency,
    facts,
  },
  defaultEnabled: {
    title: 'Enabled by default',
    description: 'Whether the plugin is enabled after installation.',
    type: 'boolean',
    default: true,
    facts: { ...facts, notes: ['Requires Claude Code 2.1.154 or later.'] },
  },
  metadata: {
    title: 'Metadata',
    description: 'Custom data.',
    type: 'object',
    severity: 'warning',
    facts: {
      source: pluginSources.plugins,
      certainty: 'documented',
      notes: ['Requires Claude Code 2.1.222 or later.'],
    },
  },
  engines: {
    title: 'App versions',
    description: 'The versions of Claude Code that the plugin supports, such as `{ "claude-code": ">=2.1.0" }`.',
    type: 'object',
    properties: { 'claude-code': { title: 'Claude Code', description: 'A range of versions.', type: 'string' } },
    severity: 'warning',
    facts: { certainty: 'validator' },
  },
  settings: {
    title: 'Settings',
    description: 'Settings that the plugin provides.',
    type: 'object',
    facts: { certainty: 'validator' },
  },
  types: text('Types', 'A file of type declarations, `./x.d.ts`, for hook modules.'),
};
