import type { Schema } from '../../schema/schema.ts';
import { hookDefs } from '../shared/hookSchema.ts';
import { mcpServerDefs } from '../shared/mcpServers.ts';
import { sources } from '../shared/sources.ts';
import { componentProperties } from './componentSchema.ts';
import { userConfig } from './userConfigSchema.ts';

const whenWrong = 'The plugin does not load.';
const facts = { source: sources.plugins, certainty: 'documented', whenWrong } as const;
const directory = { certainty: 'validator', notes: ['Only the public directory of plugins reads this.'] } as const;

const text = (title: string, description: string): Schema => ({ title, description, type: 'string', facts });

const author: Schema = {
  title: 'Author',
  description: 'Who made the plugin.',
  type: 'object',
  required: ['name'],
  properties: {
    name: { title: 'Name', description: 'A person or an organization.', type: 'string', minLength: 1, facts },
    email: { title: 'E-mail', description: 'Where users can write to.', type: 'string', facts },
    url: { title: 'Address', description: 'A page of the author.', type: 'string', facts },
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

/** `plugin.json`. Keys that are not here are ignored by the app; a rule tells of those that look like a slip. */
export const schema: Schema = {
  title: 'Manifest of a plugin',
  type: 'object',
  required: ['name'],
  properties: {
    $schema: text('Schema', 'An address for editors; no app reads it.'),
    name: {
      title: 'Name',
      description:
        'The name of the plugin: lower-case letters, digits and hyphens. In an org-plugins folder the name of the plugin’s folder counts instead.',
      type: 'string',
      minLength: 1,
      facts: {
        ...facts,
        notes: ['Cowork takes `A–Z a–z 0–9 . _ -`, at most 128 characters, a letter or digit first.'],
      },
    },
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
    homepage: text('Home page', 'The address of the documentation.'),
    repository: text('Repository', 'The address of the sources, as a text.'),
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
    installationPreference: {
      title: 'Installation',
      description:
        'Whether Cowork installs this org plugin by itself. `available`: users choose it. `auto_install`: installed at sign-in, and users may remove it. `required`: installed at sign-in and cannot be removed.',
      type: 'string',
      enum: ['available', 'auto_install', 'required'],
      default: 'available',
      severity: 'warning',
      facts: {
        source: sources.extensions,
        certainty: 'documented',
        notes: ['Takes effect at the next sign-in. Claude Code does not know the key; that does no harm.'],
      },
    },
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
      facts: { source: sources.plugins, certainty: 'documented', notes: ['Claude Code 2.1.222 and newer.'] },
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
    icon: { title: 'Icon', description: 'A picture of the plugin.', facts: directory },
    screenshots: { title: 'Screenshots', description: 'Addresses of pictures.', facts: directory },
    bugs: { title: 'Bugs', description: 'Where to report bugs.', facts: directory },
    supportUrl: { title: 'Support', description: 'Where users get help.', facts: directory },
    privacyPolicy: { title: 'Privacy', description: 'The address of the privacy policy.', facts: directory },
    privacyPolicyUrl: { title: 'Privacy', description: 'The address of the privacy policy.', facts: directory },
  },
  $defs: { ...mcpServerDefs, ...hookDefs },
};
