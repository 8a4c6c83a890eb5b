import type { KeyFacts, Schema } from '../../schema/schema.ts';
import { hookDefs } from '../shared/hooks/hookSchema.ts';
import { mcpServerDefs } from '../shared/servers/mcpServers.ts';
import { reference } from './docs.ts';
import { entry } from './entrySchema.ts';

const facts: KeyFacts = { source: reference, certainty: 'documented', whenWrong: 'The marketplace fails to load.' };

const text = (title: string, description: string): Schema => ({ title, description, type: 'string', facts });

const owner: Schema = {
  title: 'Owner',
  description: 'Who maintains the marketplace.',
  type: 'object',
  required: ['name'],
  properties: {
    name: { ...text('Name', 'A person or an organization.'), minLength: 1 },
    email: text('E-mail', 'Where users can write to.'),
    url: text('Address', 'The owner’s web page.'),
  },
  facts,
};

const metadata: Schema = {
  title: 'Metadata',
  description: 'More information about the marketplace.',
  type: 'object',
  properties: {
    pluginRoot: {
      ...text('Plugins folder', 'The folder, starting with `./`, in which sources given as a bare name are looked up.'),
      suggestions: [{ value: './plugins' }],
      facts: { ...facts, notes: ['Requires Claude Code 2.1.239 or later.'] },
    },
    description: text('Description', 'Alternative to the top-level `description`.'),
    version: text('Version', 'Alternative to the top-level `version`.'),
  },
  facts,
};

/** `marketplace.json`. The app ignores other keys; a rule reports them. */
export const schema: Schema = {
  title: 'Marketplace of plugins',
  type: 'object',
  required: ['name', 'owner', 'plugins'],
  properties: {
    $schema: text('Schema', 'A URL for editors; no app reads it.'),
    name: {
      title: 'Name',
      description:
        'The name of the marketplace, which users write after the `@` when they install a plugin: lower-case letters, digits and hyphens.',
      type: 'string',
      minLength: 1,
      facts: {
        ...facts,
        notes: [
          'Cowork accepts at most 128 characters of `A–Z a–z 0–9 . _ -`, starting with a letter or digit, but not `unknown`, `org` or `org-provisioned`. It refuses the whole marketplace otherwise.',
          'Syncing plugins through claude.ai requires lower-case letters, digits and hyphens.',
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
      description: 'Names of other marketplaces whose plugins may be installed as dependencies of plugins in this one.',
      type: 'array',
      items: { type: 'string' },
      facts,
    },
    renames: {
      title: 'Renames',
      description:
        'Former plugin names, each with the current name, or `null` for a removed plugin. Users are migrated. Never delete an entry.',
      type: 'object',
      additionalProperties: { type: ['string', 'null'], expected: 'the current name of a plugin, or null' },
      facts: { ...facts, notes: ['Requires Claude Code 2.1.193 or later.'] },
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
