import type { Severity } from '../../../base/text.ts';
import type { KeyFacts, Schema } from '../../../schema/schema.ts';

/** Returns the schema of a list of monitors in `monitors/monitors.json` or a manifest; see `lspServerOf` for `facts` and `severity`. */
export function monitorsOf(facts: KeyFacts, severity?: Severity): Schema {
  const key = (title: string, description: string, more: Schema): Schema => ({
    title,
    description,
    ...more,
    ...(severity && { severity }),
    facts,
  });
  const text: Schema = { type: 'string', minLength: 1 };
  return key('Monitors', 'Commands that run in the background of a session.', {
    type: 'array',
    items: key('Monitor', 'A command that runs in the background; what it prints reaches the model line by line.', {
      type: 'object',
      required: ['name', 'command', 'description'],
      properties: {
        name: key('Name', 'The name of the monitor, unique within the plugin.', text),
        command: key(
          'Command',
          'What a shell runs in the background while the session lasts. Each line that it prints reaches the model.',
          {
            ...text,
            suggestions: [{ value: '"${CLAUDE_PLUGIN_ROOT}/scripts/"', description: 'a script of the plugin' }],
          },
        ),
        description: key('Description', 'What the monitor watches, as shown to users and the model.', text),
        when: key('When', 'When it starts: with the session, or when a skill of the plugin is first used.', {
          type: 'string',
          pattern: '^(always|on-skill-invoke:.+)$',
          expected: '`always` or `on-skill-invoke:` and the name of a skill',
          default: 'always',
          suggestions: [{ value: 'always', description: 'with the session' }],
        }),
      },
    }),
  });
}
