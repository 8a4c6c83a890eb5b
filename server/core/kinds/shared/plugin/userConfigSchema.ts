import type { KeyFacts, Schema } from '../../../schema/schema.ts';
import { pluginSources } from '../sources.ts';

const facts = {
  source: pluginSources.plugins,
  certainty: 'documented',
  whenWrong: 'The plugin fails to load.',
} as const;

/** Returns the fields of an option that plugins and desktop extensions share. */
export const optionFields = (facts: KeyFacts): Readonly<Record<string, Schema>> => ({
  type: {
    title: 'Kind',
    description: 'What can be entered.',
    type: 'string',
    enum: ['string', 'number', 'boolean', 'directory', 'file'],
    facts,
  },
  title: { title: 'Title', description: 'The label of the field.', type: 'string', facts },
  description: { title: 'Description', description: 'Help shown below the field.', type: 'string', facts },
  min: { title: 'Minimum', description: 'The smallest number allowed.', type: 'number', facts },
  max: { title: 'Maximum', description: 'The largest number allowed.', type: 'number', facts },
});

/** The options that users set when they enable the plugin. */
export const userConfig: Schema = {
  title: 'User options',
  description: 'Values that the user enters, by name. Servers and hooks use them as `${user_config.NAME}`.',
  type: 'object',
  additionalProperties: {
    title: 'Option',
    type: 'object',
    required: ['type', 'title', 'description'],
    properties: {
      ...optionFields(facts),
      sensitive: {
        title: 'Secret',
        description: 'Hides the value while it is typed and stores it in the keychain.',
        type: 'boolean',
        default: false,
        facts,
      },
      required: {
        title: 'Required',
        description: 'Whether the user must enter a value.',
        type: 'boolean',
        default: false,
        facts,
      },
      default: {
        title: 'Default',
        description: 'The value until the user enters one.',
        type: ['string', 'number', 'boolean', 'array'],
        items: { type: 'string' },
        facts,
      },
      multiple: {
        title: 'Multiple values',
        description: 'Accepts a list of strings.',
        type: 'boolean',
        default: false,
        facts,
      },
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
    notes: ['In Cowork, a program that uses `${user_config.…}` is reported not to start.'],
  },
};
