import type { Schema } from '../../schema/schema.ts';
import { pluginSources } from '../shared/sources.ts';

const facts = { source: pluginSources.plugins, certainty: 'documented' } as const;
const deprecated = 'Deprecated, according to Claude Code: a later version may no longer read it.';

/** `settings.json` of a plugin. Other keys are ignored, which a rule reports. */
export const schema: Schema = {
  title: 'Plugin settings',
  description:
    'Defaults that apply while the plugin is enabled. Claude Code reads two keys; whether Cowork reads them is not documented.',
  type: 'object',
  severity: 'warning',
  properties: {
    $schema: { title: 'Schema', description: 'A URL for editors; no app reads it.' },
    agent: {
      title: 'Agent',
      description: 'The agent of this plugin that runs as the main conversation: its prompt, its tools and its model.',
      type: 'string',
      severity: 'warning',
      facts: { ...facts, deprecated, whenWrong: 'The conversation runs as it would without the plugin.' },
    },
    subagentStatusLine: {
      title: 'Status line of subagents',
      description: 'The command that prints the status line of each subagent.',
      type: 'object',
      severity: 'warning',
      properties: {
        type: {
          title: 'Kind',
          description: 'Always `command`.',
          type: 'string',
          suggestions: [{ value: 'command' }],
          facts,
        },
        command: {
          title: 'Command',
          description: 'What a shell runs. It gets the subagents as JSON and prints a line for each.',
          type: 'string',
          severity: 'warning',
          facts,
        },
      },
      facts: { ...facts, deprecated, whenWrong: 'The default line is shown.' },
    },
  },
  facts,
};
