import type { Schema } from '../../schema/schema.ts';
import { pluginSources } from '../shared/sources.ts';

/** `version.json` of an org plugin. */
export const schema: Schema = {
  title: 'Version of an org plugin',
  description: 'Shows Cowork that the plugin has changed: a different string copies the plugin to the users again.',
  type: 'object',
  required: ['version'],
  severity: 'warning',
  properties: {
    version: {
      title: 'Version',
      description: 'Any string. It is compared, not ordered: going back is a change too.',
      type: 'string',
      minLength: 1,
      severity: 'warning',
      suggestions: [{ value: '1.0.0' }],
      facts: {
        source: pluginSources.extensions,
        certainty: 'documented',
        whenWrong: 'The time of change of the plugin’s folder counts instead.',
        notes: [
          'Change it with every change of the plugin: otherwise a changed file may never reach the users.',
          '`version` in `plugin.json` is not looked at for this.',
        ],
      },
    },
  },
};
