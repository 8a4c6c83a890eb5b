import type { KeyFacts, Schema } from '../../schema/schema.ts';
import { aboutProperties, partProperties } from '../shared/plugin/manifestSchema.ts';
import { pluginSources } from '../shared/sources.ts';
import { reference } from './docs.ts';
import { source } from './sourceSchema.ts';

const facts: KeyFacts = { source: reference, certainty: 'documented', whenWrong: 'The plugin is skipped.' };
const texts: Schema = { type: 'array', items: { type: 'string' } };

/** The keys of an entry that decide how it loads, in addition to those of a manifest. */
const ownProperties: Readonly<Record<string, Schema>> = {
  category: { title: 'Category', description: 'The category under which the plugin is listed.', type: 'string', facts },
  tags: { title: 'Tags', description: 'Words for finding the plugin.', ...texts, facts },
  strict: {
    title: 'Strict',
    description:
      'Whether the plugin’s own `plugin.json` takes precedence. `true`: components named in the entry are added to it. `false`: the entry is the whole definition, and the plugin fails to load if the entry names components and a `plugin.json` exists.',
    type: 'boolean',
    default: true,
    facts,
  },
  relevance: {
    title: 'Relevance',
    description: 'When Claude Code suggests the plugin: a topic, and signals that the topic is relevant.',
    type: 'object',
    required: ['signals'],
    properties: {
      topic: { title: 'Topic', description: 'What the plugin is about, in a few words.', facts },
      signals: {
        title: 'Signals',
        description: 'At least one of `cli`, `hosts`, `filesRead`, `manifestDeps`, `cwd`.',
        type: 'object',
        properties: {
          cli: { title: 'Commands', description: 'Programs that were run in the session.' },
          hosts: { title: 'Hosts', description: 'Hosts that were contacted.' },
          filesRead: { title: 'Files', description: 'Files that were read.' },
          manifestDeps: { title: 'Dependencies', description: 'Packages that the project needs.' },
          cwd: { title: 'Folder', description: 'The working folder of the session.' },
        },
        facts,
      },
    },
    severity: 'warning',
    facts: { ...facts, source: 'https://code.claude.com/docs/en/plugins/relevance' },
  },
  headers: {
    title: 'Headers',
    description: 'HTTP headers for the download of an `archive`.',
    type: 'object',
    additionalProperties: { type: 'string' },
    facts: { ...facts, notes: ['Requires Claude Code 2.1.238 or later.'] },
  },
  headersHelper: {
    title: 'Headers helper',
    description: 'A command that prints the headers for the download of an `archive` as JSON. Needs `"strict": false`.',
    type: 'string',
    facts: { ...facts, notes: ['Requires Claude Code 2.1.238 or later.'] },
  },
  installationPreference: {
    title: 'Installation',
    description:
      'Whether Cowork installs the plugin automatically. Read only in a marketplace delivered by URL from the gateway’s own origin, for an `archive` with `sha256`; elsewhere the policy’s entry for the marketplace decides.',
    type: 'string',
    enum: ['available', 'auto_install', 'required'],
    default: 'available',
    severity: 'warning',
    facts: { source: pluginSources.extensions, certainty: 'documented', notes: ['Claude Code ignores it.'] },
  },
};

/** A plugin of a marketplace. */
export const entry: Schema = {
  title: 'Plugin',
  description: 'A plugin and its source. Every key of `plugin.json` is allowed here too.',
  type: 'object',
  required: ['name', 'source'],
  properties: {
    name: {
      title: 'Name',
      description: 'The name under which the plugin is installed: lower-case letters, digits and hyphens.',
      type: 'string',
      minLength: 1,
      facts: {
        ...facts,
        notes: [
          'Cowork accepts at most 128 characters of `A–Z a–z 0–9 . _ -`, starting with a letter or digit, and drops other names.',
        ],
      },
    },
    source,
    ...aboutProperties,
    version: {
      title: 'Version',
      description:
        'The version of the plugin. A version in its `plugin.json` takes precedence; set it in one place only.',
      type: 'string',
      facts,
    },
    ...ownProperties,
    ...partProperties,
    $schema: { title: 'Schema', description: 'A URL for editors; no app reads it.', type: 'string', facts },
  },
  facts,
};
