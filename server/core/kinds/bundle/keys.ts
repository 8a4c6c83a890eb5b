import type { KeyFacts, Schema } from '../../schema/schema.ts';
import { pluginSources } from '../shared/sources.ts';

export const facts = {
  source: pluginSources.bundle,
  certainty: 'documented',
  whenWrong: 'The bundle cannot be packed.',
} as const;

/** Returns the facts of a key that a later version of the format introduced. */
export const fact = (since: string): KeyFacts => ({
  ...facts,
  notes: [`Requires \`manifest_version\` \`${since}\` or later.`],
});

export const text = (title: string, description: string): Schema => ({ title, description, type: 'string', facts });

export const texts = (title: string, description: string): Schema => ({
  title,
  description,
  type: 'array',
  items: { type: 'string' },
  facts,
});
