import type { Schema } from '../../schema/schema.ts';
import { optionFields } from '../shared/plugin/userConfigSchema.ts';
import { facts } from './keys.ts';

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
      ...optionFields(facts),
      required: {
        ...yesOrNo('Required', 'Whether the extension waits until it is filled in.'),
        facts: {
          ...facts,
          notes: [
            'An option that is left empty and has no default is not substituted: the server gets the string `${user_config.…}`.',
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
    },
  },
  facts,
};
