import type { KeyFacts, Schema } from '../../schema/schema.ts';
import { hookDefs } from '../shared/hooks/hookSchema.ts';
import { mcpServerDefs } from '../shared/servers/mcpServers.ts';
import { reference } from './docs.ts';
import { entry } from './entrySchema.ts';

const facts: KeyFacts = { source: reference, certainty: 'documented', whenWrong: 'The marketplace does not load.' };

const text = (title: string, description: string): Schema => ({ title, description, type: 'string', facts });

const owner: Schema = {
  title: 'Owner',
  description: 'Who keeps the marketplace.',
  type: 'object',
  required: ['name'],
  properties: {
    name: { ...text('Name', 'A person or an organization.'), minLength: 1 },
    email: text('E-mail', 'Where users can write to.'),
    url: text('Address', 'A page of the owner.'),
  },
  facts,
};

const metadata: Schema = {
  title: 'Metadata',
  description: 'More about the marketplace.',
  type: 'object',
  properties: {
    pluginRoot: {
      ...text(
        'Folder of the plugins',
        'The folder, beginning with `./`, in which sources that are bare names are looked for.',
      ),
      suggestions: [{ value: './plugins' }],
      facts: { ...facts, notes: ['Claude Code 2.1.239 and newer.'] },
    },
    description: text('Description', 'Another place for `description`.'),
    version: text('Version', 'Another place for `version`.'),
  },
  facts,
};

/** `marketplace.json`. Other keys are ignored by the app; a rule tells of them. */
export const schema: Schema = {
  title: 'Marketplace of plugins',
  type: 'object',
  required: ['name', 'owner', 'plugins'],
  properties: {
    $schema: text('Schema', 'A URL for editors; no app reads it.'),
    name: {
      title: 'Name',
      description:
        'The name of the marketplace, which users write after the `@` of a plugin: lower-case letters, digits and hyphens.',
      type: 'string',
      minLength: 1,
      facts: {
        ...facts,
        notes: [
          'Cowork takes `A–Z a–z 0–9 . _ -`, at most 128 characters, a letter or digit first, and none of `unknown`, `org`, `org-provisioned`; otherwise it refuses the whole marketplace.',
          'An organization that syncs plugins from claude.ai needs lower-case letters, digits and hyphens.',
        ],
      },
    },
    owner,
    description: text('Description', 'What the marketplace offers, in a sentence.'),
    version: text('Version', 'The version of the marketplace itself.'),
    metadata,
    plugins: {
      title: 'Plugins',
      description: 'The plugins of the marketplace.',
      type: 'array',
      items: entry,
      facts,
    },
    allowCrossMarketplaceDependenciesOn: {
      title: 'Other marketplaces',
      description: 'Names of marketplaces whose plugins may be installed because a plugin of this one needs them.',
      type: 'array',
      items: { type: 'string' },
      facts,
    },
    renames: {
      title: 'Renames',
      description:
        'Former names of plugins: each with the present name, or `null` for a plugin that is gone. Users are moved over. Entries stay for good.',
      type: 'object',
      additionalProperties: { type: ['string', 'null'], expected: 'the present name of a plugin, or null' },
      facts: { ...facts, notes: ['Claude Code 2.1.193 and newer.'] },
    },
    forceRemoveDeletedPlugins: {
      title: 'Remove deleted plugins',
      description: 'Whether a plugin that is no longer listed is uninstalled on users’ computers.',
      type: 'boolean',
      default: false,
      facts,
    },
  },
  $defs: { ...mcpServerDefs, ...hookDefs },
};
