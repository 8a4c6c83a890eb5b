import type { Rule } from '../../../model.ts';

const connector = /\bmcp__[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}__\w+/gi;

/** The names of a connector's tools contain an id that differs between organizations. */
export const connectorName = (kind: 'skill' | 'command' | 'agent'): Rule => ({
  id: `${kind}/connector-name`,
  severity: 'hint',
  source: ['third-party'],
  certainty: 'third-party',
  impact: 'fails',
  scope: 'document',
  *check({ document }) {
    for (const { index, 0: name } of document.text.matchAll(connector)) {
      yield {
        range: { start: index, end: index + name.length },
        message:
          'This tool name contains one organization’s connector id; other organizations have a different id. Describe what the tool does instead.',
      };
    }
  },
});
