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
  facts: { ...facts, whenWrong: 'It counts as false (our reading).', ...(notes && { notes }) },
});

/** The front matter of an output style. No app checks it, so a wrong value gets a hint. */
export const schema = frontMatterOf('Output style', 'How the style is shown and which instructions it keeps.', {
  name: {
    title: 'Name',
    description: 'The name of the style in lists. Default: the file name.',
    type: 'string',
    severity: 'hint',
    facts: { ...facts, whenWrong: 'A number or `true` needs quotes.' },
  },
  description: {
    title: 'Description',
    description: 'What the style does, as shown to users who choose one.',
    type: 'string',
    severity: 'hint',
    facts,
  },
  'keep-coding-instructions': yesOrNo(
    'Keep coding instructions',
    'Whether the app’s own coding instructions stay in place. Without it, this style replaces them.',
  ),
  'force-for-plugin': yesOrNo(
    'For everyone who has the plugin',
    'Whether enabling the plugin selects this style, whatever style the user has chosen.',
    ['Read in plugins only.'],
  ),
});
