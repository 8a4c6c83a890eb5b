import { commandKeys } from '../markdown/commandKeys.ts';
import { descriptionKey, frontMatterOf, nameKey } from '../markdown/keys.ts';
import { componentSources } from '../markdown/sources.ts';
import { mildHookDefs } from '../shared/hooks/hookSchema.ts';

export const schema = frontMatterOf(
  'Command',
  'How the command is shown and what it may use.',
  {
    name: nameKey('A label. The command’s name is its file name.', componentSources.skills),
    description: descriptionKey('What the command does, as users see it in the list.', componentSources.skills),
    ...commandKeys,
  },
  mildHookDefs,
);
