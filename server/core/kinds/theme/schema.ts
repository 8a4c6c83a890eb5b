import type { Schema } from '../../schema/schema.ts';
import { pluginSources } from '../shared/sources.ts';

const facts = { source: pluginSources.plugins, certainty: 'documented' } as const;

/** `themes/*.json` of a plugin. Claude Code accepts any object, so a wrong value gets a hint. */
export const schema: Schema = {
  title: 'Colour theme',
  description: 'Colours of Claude Code in the terminal: a built-in theme with some colours changed.',
  type: 'object',
  severity: 'hint',
  properties: {
    $schema: { title: 'Schema', description: 'A URL for editors; no app reads it.' },
    name: {
      title: 'Name',
      description: 'The name of the theme, as shown to users who choose one. Default: the file name.',
      type: 'string',
      severity: 'hint',
      facts,
    },
    base: {
      title: 'Base',
      description: 'The built-in theme that supplies all colours not in `overrides`.',
      type: 'string',
      enum: ['dark', 'light', 'dark-daltonized', 'light-daltonized', 'dark-ansi', 'light-ansi'],
      default: 'dark',
      severity: 'hint',
      facts: {
        ...facts,
        source: pluginSources.terminal,
        whenWrong: 'The theme is based on `dark` (our reading).',
      },
    },
    overrides: {
      title: 'Changed colours',
      description:
        'Colours by element name, such as `"claude": "#7aa2f7"`. A colour is `#rrggbb`, `#rgb`, `rgb(r,g,b)`, `ansi256(n)` or `ansi:<name>`.',
      type: 'object',
      additionalProperties: { title: 'Colour', type: 'string', format: 'color', severity: 'hint' },
      severity: 'hint',
      facts: { ...facts, source: pluginSources.terminal, notes: ['Unknown names and colours are ignored.'] },
    },
  },
  facts,
};
