import type { Schema } from '../../schema/schema.ts';
import { hookDefs, hookMap } from '../shared/hooks/hookSchema.ts';
import { pluginSources } from '../shared/sources.ts';

const facts = { source: pluginSources.hooks, certainty: 'documented' } as const;

/** `hooks/hooks.json` of a plugin. Lists are accepted, since real plugins contain empty ones. */
export const schema: Schema = {
  title: 'Hooks of a plugin',
  variants: [
    { name: 'a list', when: { type: 'array' }, schema: { type: 'array' } },
    {
      name: 'hooks',
      schema: {
        type: 'object',
        properties: {
          hooks: hookMap,
          description: {
            title: 'Description',
            description: 'What the hooks do.',
            type: 'string',
            severity: 'warning',
            facts,
          },
          modules: {
            title: 'Modules',
            description:
              'At most one JavaScript module, as a path relative to this folder, that exports `register(on, options)`.',
            type: 'array',
            items: { type: 'string' },
            severity: 'warning',
            facts: { certainty: 'validator' },
          },
        },
      },
    },
  ],
  $defs: hookDefs,
};
