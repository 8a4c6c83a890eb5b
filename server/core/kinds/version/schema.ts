import type { Schema } from '../../schema/schema.ts';
import { pluginSources } from '../shared/sources.ts';

/** `version.json` of an org plugin. */
export const schema: Schema = {
  title: 'Version of an org plugin',
  description:
    'Shows Cowork that the plugin has changed: when the string differs, the plugin is copied to users again.',
  type: 'object',
  required: ['version'],
  severity: 'warning',
  properties: {
    version: {
      title: 'Version',
      description: 'Any string. Only equality is checked: going back to an older version is a change as well.',
      type: 'string',
      minLength: 1,
      severity: 'warning',
      suggestions: [{ value: '1.0.0' }],
      facts: {
        source: pluginSources.extensions,
        certainty: 'documented',
        whenWrong: 'The modification time of the plugin’s folder is used instead.',
        notes: [
          'Change it whenever the plugin changes; otherwise a changed file may never reach users.',
          '`version` in `plugin.json` is not used for this.',
        ],
      },
    },
  },
};
