import type { Schema } from '../../schema/schema.ts';
import { pluginSources } from '../shared/sources.ts';

const facts = { source: pluginSources.plugins, certainty: 'documented' } as const;

/** `themes/*.json` of a plugin. Claude Code takes any object, so a wrong value is a hint. */
export const schema: Schema = {
  title: 'Colour theme',
  description: 'Colours of Claude Code on the command line: one of its own themes with some colours changed.',
  type: 'object',
  severity: 'hint',
  properties: {
    $schema: { title: 'Schema', description: 'A URL for editors; no app reads it.' },
    name: {
      title: 'Name',
      description: 'The name of the theme where users choose one. Without it the file’s name counts.',
      type: 'string',
      severity: 'hint',
      facts,
    },
    base: {
      title: 'Base',
      description: 'The theme of the app whose colours stay where `overrides` names none.',
      type: 'string',
      enum: ['dark', 'light', 'dark-daltonized', 'light-daltonized', 'dark-ansi', 'light-ansi'],
      default: 'dark',
      severity: 'hint',
      facts: {
        ...facts,
        source: pluginSources.terminal,
        whenWrong: 'The theme starts from `dark`, as far as we know.',
      },
    },
    overrides: {
      title: 'Changed colours',
      description:
        'Colours by the name of what they are for, such as `"claude": "#7aa2f7"`. A colour is `#rrggbb`, `#rgb`, `rgb(r,g,b)`, `ansi256(n)` or `ansi:<name>`.',
      type: 'object',
      additionalProperties: { title: 'Colour', type: 'string', format: 'color', severity: 'hint' },
      severity: 'hint',
      facts: { ...facts, source: pluginSources.terminal, notes: ['Unknown names and colours are ignored.'] },
    },
  },
  facts,
};
