import { commandKeys } from '../markdown/commandKeys.ts';
import { descriptionKey, frontMatterOf, nameKey } from '../markdown/keys.ts';
import { componentSources } from '../markdown/sources.ts';
import { mildHookDefs } from '../shared/hooks/hookSchema.ts';

export const schema = frontMatterOf(
  'Skill',
  'What Claude knows about the skill before loading it.',
  {
    name: nameKey(
      'The name of the skill. In a plugin, the folder’s name is used. The open standard requires both to be the same: at most 64 lower-case letters, digits and `-`.',
      componentSources.openSpec,
    ),
    description: descriptionKey(
      'What the skill does and when to use it. Claude uses this description to choose a skill. At most 1024 characters in the open standard.',
      componentSources.skills,
    ),
    ...commandKeys,
  },
  mildHookDefs,
);
