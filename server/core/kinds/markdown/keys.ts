import type { Schema } from '../../schema/schema.ts';
import { componentSources } from './sources.ts';

/** Returns the schema of a key whose value the app's validator does not check: every value is accepted. */
export const free = (title: string, description: string, source: string, more: Schema = {}): Schema => ({
  title,
  description,
  ...more,
  facts: { source, certainty: 'documented', ...more.facts },
});

/** Returns a schema with documented values; the app's validator accepts others. */
export const words = (values: Readonly<Record<string, string>>): Schema => ({
  suggestions: Object.entries(values).map(([value, description]) => ({ value, description })),
});

export const nameKey = (description: string, source: string): Schema => ({
  title: 'Name',
  description,
  type: 'string',
  facts: { source, certainty: 'validator', whenWrong: 'A number or `true` needs quotes.' },
});

/** Returns the schema of a description: any single value, also a number or null; only lists and maps are rejected. */
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

/** Returns the schema of tool names: a string, separated by commas or spaces, or a list. Numbers, booleans and maps are rejected. */
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
    // Source: the validator of Claude Code 2.1.332.
    { name: 'nothing', when: { type: 'null' }, schema: {} },
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

/** Returns the schema of a boolean, with the meaning of each value. */
export const yesOrNo = (yes: string, no: string): Schema => ({
  suggestions: [
    { value: true, description: yes },
    { value: false, description: no },
  ],
});

/** Short names of models; full ids are accepted too. */
export const models: Readonly<Record<string, string>> = {
  inherit: 'The model of the conversation',
  sonnet: 'The newest Sonnet',
  opus: 'The newest Opus',
  haiku: 'The newest Haiku',
  fable: 'The newest Fable',
};

/** Returns the schema of a front matter. */
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
