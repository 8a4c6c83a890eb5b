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

/** The options that users set when they install the extension. */
export const userConfig: Schema = {
  title: 'User options',
  description: 'Values that the user enters, by name. `mcp_config` uses them as `${user_config.NAME}`.',
  type: 'object',
  additionalProperties: {
    title: 'Option',
    type: 'object',
    required: ['type', 'title', 'description'],
    properties: {
      ...optionFields(facts),
      required: {
        ...yesOrNo('Required', 'Whether the extension does not start until the user has entered a value.'),
        facts: {
          ...facts,
          notes: [
            'An empty option without a default is not substituted: the server receives the string `${user_config.…}`.',
          ],
        },
      },
      default: {
        title: 'Default',
        description: 'The value until the user enters one. `${HOME}`, `${DESKTOP}` and `${DOCUMENTS}` are substituted.',
        type: ['string', 'number', 'boolean', 'array'],
        facts,
      },
      multiple: yesOrNo('Several', 'Whether the user can choose several files or folders.'),
      sensitive: yesOrNo('Secret', 'Hides the value while it is typed and stores it in the keychain.'),
    },
  },
  facts,
};
