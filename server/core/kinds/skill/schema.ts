import { commandKeys } from '../markdown/commandKeys.ts';
import { descriptionKey, frontMatterOf, nameKey } from '../markdown/keys.ts';
import { componentSources } from '../markdown/sources.ts';
import { mildHookDefs } from '../shared/hooks/hookSchema.ts';

export const schema = frontMatterOf(
  'Skill',
  'What Claude knows of a skill before it loads it.',
  {
    name: nameKey(
      'The name of the skill. In a plugin the name of its folder counts; the open standard wants both alike: lower-case letters, digits and `-`, at most 64.',
      componentSources.openSpec,
    ),
    description: descriptionKey(
      'What the skill does and when to use it: Claude chooses a skill by this description. At most 1024 characters in the open standard.',
      componentSources.skills,
    ),
    ...commandKeys,
  },
  mildHookDefs,
);
