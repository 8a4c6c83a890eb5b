import type { Schema } from '../../schema/schema.ts';
import { facts, text } from './keys.ts';

const yesOrNo = (title: string, description: string): Schema => ({
  title,
  description,
  type: 'boolean',
  default: false,
  facts,
});

/** What the user is asked for when the extension is installed. */
export const userConfig: Schema = {
  title: 'Questions to the user',
  description: 'Values that the user is asked for, by name. `mcp_config` uses them as `${user_config.NAME}`.',
  type: 'object',
  additionalProperties: {
    title: 'Question',
    type: 'object',
    required: ['type', 'title', 'description'],
    properties: {
      type: {
        title: 'Kind',
        description: 'What can be entered.',
        type: 'string',
        enum: ['string', 'number', 'boolean', 'directory', 'file'],
        facts,
      },
      title: text('Title', 'The label of the field.'),
      description: text('Description', 'The help below the field.'),
      required: {
        ...yesOrNo('Required', 'Whether the extension waits until it is filled in.'),
        facts: {
          ...facts,
          notes: [
            'An option that is left empty and has no default is not filled in: the server gets the text `${user_config.…}`.',
          ],
        },
      },
      default: {
        title: 'Default',
        description: 'The value until the user gives one. `${HOME}`, `${DESKTOP}` and `${DOCUMENTS}` are filled in.',
        type: ['string', 'number', 'boolean', 'array'],
        facts,
      },
      multiple: yesOrNo('Several', 'Whether several files or folders can be chosen.'),
      sensitive: yesOrNo('Secret', 'Hides what is typed and keeps it in the keychain.'),
      min: { title: 'Least', description: 'The least number.', type: 'number', facts },
      max: { title: 'Most', description: 'The greatest number.', type: 'number', facts },
    },
  },
  facts,
};
