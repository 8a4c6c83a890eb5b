import type { Schema } from '../../schema/schema.ts';
import { componentSources } from './sources.ts';

/** A key whose value the app's validator does not check: whatever stands there is let through. */
export const free = (title: string, description: string, source: string, more: Schema = {}): Schema => ({
  title,
  description,
  ...more,
  facts: { source, certainty: 'documented', ...more.facts },
});

/** Words that are documented; others are let through by the app's validator. */
export const words = (values: Readonly<Record<string, string>>): Schema => ({
  suggestions: Object.entries(values).map(([value, description]) => ({ value, description })),
});

export const nameKey = (description: string, source: string): Schema => ({
  title: 'Name',
  description,
  type: 'string',
  facts: { source, certainty: 'validator', whenWrong: 'A number or `true` needs quotes.' },
});

/** Any single value will do, also a number or nothing: only lists and maps are refused. */
export const descriptionKey = (description: string, source: string): Schema => ({
  title: 'Description',
  description,
  facts: { source, certainty: 'validator' },
  variants: [
    { name: 'a list', when: { type: 'array' }, schema: { type: 'string' } },
    { name: 'a map', when: { type: 'object' }, schema: { type: 'string' } },
    { name: 'a string', schema: { title: 'Description', description, facts: { source, certainty: 'validator' } } },
  ],
});

/** Names of tools as one text, separated by commas or blanks, or as a list. Numbers, booleans and maps are refused. */
export const checkedTools = (title: string, description: string, source: string): Schema => ({
  title,
  description,
  facts: { source, certainty: 'validator' },
  variants: [
    {
      name: 'a list',
      when: { type: 'array' },
      schema: { title, description, type: 'array', items: { type: 'string' }, facts: { source } },
    },
    {
      name: 'one string',
      schema: { title, description, type: 'string', expected: 'names of tools', facts: { source } },
    },
  ],
});

export const effortKey = free(
  'Effort',
  'How much effort the model makes.',
  componentSources.skills,
  words(effortWords()),
);

function effortWords(): Record<string, string> {
  return {
    low: 'Quick and cheap',
    medium: 'Balanced',
    high: 'Thorough',
    xhigh: 'More thorough',
    max: 'As thorough as the model can',
  };
}

export const modelKey = (description: string, source: string): Schema =>
  free('Model', description, source, words(models));

/** Yes or no, with what each means. */
export const yesOrNo = (yes: string, no: string): Schema => ({
  suggestions: [
    { value: true, description: yes },
    { value: false, description: no },
  ],
});

/** Short names of models; a full id is fine too. */
export const models: Readonly<Record<string, string>> = {
  inherit: 'The model of the conversation',
  sonnet: 'The newest Sonnet',
  opus: 'The newest Opus',
  haiku: 'The newest Haiku',
  fable: 'The newest Fable',
};

/** The top of a front matter: a mapping. */
export const frontMatterOf = (
  title: string,
  description: string,
  properties: Schema['properties'],
  $defs?: Schema['$defs'],
): Schema => ({
  title,
  description,
  type: 'object',
  expected: 'written as lines of the form `key: value`',
  ...(properties && { properties }),
  ...($defs && { $defs }),
});
