import type { Schema } from '../../schema/schema.ts';
import { pluginSources } from '../shared/sources.ts';

const facts = { source: pluginSources.plugins, certainty: 'documented' } as const;
const deprecated = 'Claude Code calls this key deprecated: a later version may no longer read it.';

/** `settings.json` of a plugin. Other keys than these are ignored, of which a rule tells. */
export const schema: Schema = {
  title: 'Settings that a plugin brings along',
  description:
    'Defaults that hold while the plugin is switched on. Claude Code reads two keys of it; Cowork is not documented to.',
  type: 'object',
  severity: 'warning',
  properties: {
    $schema: { title: 'Schema', description: 'A URL for editors; no app reads it.' },
    agent: {
      title: 'Agent',
      description: 'The agent of this plugin that runs as the main conversation: its prompt, its tools and its model.',
      type: 'string',
      severity: 'warning',
      facts: { ...facts, deprecated, whenWrong: 'The conversation runs as it does without the plugin.' },
    },
    subagentStatusLine: {
      title: 'Status line of subagents',
      description: 'What prints the line that is shown for each subagent.',
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
      facts: { ...facts, deprecated, whenWrong: 'The usual line is shown.' },
    },
  },
  facts,
};
