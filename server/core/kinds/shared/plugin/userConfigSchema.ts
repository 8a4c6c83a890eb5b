import type { KeyFacts, Schema } from '../../../schema/schema.ts';
import { pluginSources } from '../sources.ts';

const facts = {
  source: pluginSources.plugins,
  certainty: 'documented',
  whenWrong: 'The plugin does not load.',
} as const;

/** The fields that a question to the user has in a plugin and in a desktop extension alike. */
export const optionFields = (facts: KeyFacts): Readonly<Record<string, Schema>> => ({
  type: {
    title: 'Kind',
    description: 'What can be entered.',
    type: 'string',
    enum: ['string', 'number', 'boolean', 'directory', 'file'],
    facts,
  },
  title: { title: 'Title', description: 'The label of the field.', type: 'string', facts },
  description: { title: 'Description', description: 'The help below the field.', type: 'string', facts },
  min: { title: 'Least', description: 'The least number.', type: 'number', facts },
  max: { title: 'Most', description: 'The greatest number.', type: 'number', facts },
});

/** What the user is asked for when the plugin is switched on. */
export const userConfig: Schema = {
  title: 'Questions to the user',
  description: 'Values that the user is asked for, by name. Servers and hooks use them as `${user_config.NAME}`.',
  type: 'object',
  additionalProperties: {
    title: 'Question',
    type: 'object',
    required: ['type', 'title', 'description'],
    properties: {
      ...optionFields(facts),
      sensitive: {
        title: 'Secret',
        description: 'Hides what is typed and keeps it in the keychain.',
        type: 'boolean',
        default: false,
        facts,
      },
      required: {
        title: 'Required',
        description: 'Whether it must be filled in.',
        type: 'boolean',
        default: false,
        facts,
      },
      default: {
        title: 'Default',
        description: 'The value until the user gives one.',
        type: ['string', 'number', 'boolean', 'array'],
        items: { type: 'string' },
        facts,
      },
      multiple: { title: 'Several', description: 'Accepts a list of strings.', type: 'boolean', default: false, facts },
      options: {
        title: 'Choices',
        description: 'The strings to choose from; requires a default among them, or `required`.',
        type: 'array',
        items: { type: 'string' },
        minItems: 1,
        facts: { certainty: 'validator' },
      },
    },
  },
  facts: {
    ...facts,
    notes: ['In Cowork a program that uses `${user_config.…}` is reported not to start.'],
  },
};
