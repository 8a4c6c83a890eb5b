import type { Schema } from '../../schema/schema.ts';

const uuid = '^[a-f0-9-]{36}$';

/** `_meta.json` of the local configuration library. It is known only from third-party reports, so nothing here is more than a hint. */
export const schema: Schema = {
  title: 'Index of the local configurations',
  description:
    'Says which of the saved configurations in this folder is applied. The app’s configuration window writes this file.',
  type: 'object',
  severity: 'hint',
  properties: {
    appliedId: {
      title: 'Applied configuration',
      description: 'The `id` of the applied configuration, whose file is `<id>.json`.',
      type: 'string',
      severity: 'hint',
      facts: {
        certainty: 'third-party',
        whenWrong: 'Anything but a UUID is ignored since 1.7196: no local configuration is applied.',
        notes: ['As soon as a managed source sets a key, local configurations are not read.'],
      },
    },
    entries: {
      title: 'Saved configurations',
      type: 'array',
      severity: 'hint',
      items: {
        type: 'object',
        required: ['id', 'name'],
        severity: 'hint',
        properties: {
          id: {
            type: 'string',
            pattern: uuid,
            expected: 'a UUID in lower case',
            severity: 'hint',
            description: 'The name of the file without `.json`',
          },
          name: { type: 'string', severity: 'hint', description: 'The name shown in the configuration window' },
        },
      },
    },
    hybridPointer: {
      title: 'Pointer that takes precedence over `appliedId`',
      description:
        'Takes precedence over `appliedId` when it is set. The app removes it when a configuration is applied.',
      severity: 'hint',
      facts: { certainty: 'third-party' },
    },
  },
};
