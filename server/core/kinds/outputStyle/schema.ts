import type { Schema } from '../../schema/schema.ts';
import { frontMatterOf } from '../markdown/keys.ts';
import { componentSources } from '../markdown/sources.ts';

const facts = { source: componentSources.outputStyles, certainty: 'documented' } as const;

const yesOrNo = (title: string, description: string, notes?: readonly string[]): Schema => ({
  title,
  description,
  type: 'boolean',
  default: false,
  severity: 'hint',
  facts: { ...facts, whenWrong: 'It counts as false, as far as we know.', ...(notes && { notes }) },
});

/** The front matter of an output style. No app checks it, so a wrong value is a hint. */
export const schema = frontMatterOf('Output style', 'How the style is shown and what it leaves in place.', {
  name: {
    title: 'Name',
    description: 'The name of the style in lists. Without it the file’s name counts.',
    type: 'string',
    severity: 'hint',
    facts: { ...facts, whenWrong: 'A number or `true` needs quotes.' },
  },
  description: {
    title: 'Description',
    description: 'What the style does, as users see it where they choose one.',
    type: 'string',
    severity: 'hint',
    facts,
  },
  'keep-coding-instructions': yesOrNo(
    'Keep the instructions for coding',
    'Whether the app’s own instructions for work on code stay in place. Without it this style takes their place.',
  ),
  'force-for-plugin': yesOrNo(
    'For everybody who has the plugin',
    'Whether the style is used as soon as the plugin is switched on, whatever style the user has chosen.',
    ['Read in plugins only.'],
  ),
});
