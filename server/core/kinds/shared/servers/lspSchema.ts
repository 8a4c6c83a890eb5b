import type { Severity } from '../../../base/text.ts';
import type { KeyFacts, Schema } from '../../../schema/schema.ts';

/**
 * Returns the schema of a language server in `.lsp.json` or a manifest. `facts` have the source and the effect of a wrong value
 * there; `severity` is that of a wrong value (default: error).
 */
export function lspServerOf(facts: KeyFacts, severity?: Severity): Schema {
  const key = (title: string, description: string, more: Schema): Schema => ({
    title,
    description,
    ...more,
    ...(severity && { severity }),
    facts: { ...facts, ...more.facts },
  });
  const text: Schema = { type: 'string', ...(severity && { severity }) };
  const texts: Schema = { type: 'object', additionalProperties: text };
  const milliseconds: Schema = { type: 'integer', exclusiveMinimum: 0 };
  return key('Language server', 'A program that analyses code in a language and reports problems to the model.', {
    type: 'object',
    required: ['command', 'extensionToLanguage'],
    properties: {
      command: key(
        'Command',
        'The program to start: its name, found in the `PATH`, or a path. Arguments stand in `args`.',
        {
          type: 'string',
          minLength: 1,
          suggestions: [{ value: '${CLAUDE_PLUGIN_ROOT}/bin/', description: 'a program that the plugin brings along' }],
          facts: { notes: ['The plugin does not install the program: users need it on their computer.'] },
        },
      ),
      args: key('Arguments', 'The arguments of the program, one string each.', { type: 'array', items: text }),
      extensionToLanguage: key(
        'Languages',
        'File extensions, with their dot, and the language of each, such as `".ts": "typescript"`.',
        texts,
      ),
      transport: key('Transport', 'How to connect to the server.', {
        type: 'string',
        enum: ['stdio', 'socket'],
        default: 'stdio',
      }),
      env: key('Environment', 'Environment variables of the program; all values are strings.', texts),
      initializationOptions: key('Initialization options', 'Given to the server when it starts.', {}),
      settings: key('Settings', 'Sent to the server once it runs, as `workspace/didChangeConfiguration`.', {}),
      workspaceFolder: key('Folder', 'The server’s working folder. Default: that of the session.', {
        type: 'string',
      }),
      startupTimeout: key('Start timeout', 'How long the start may take, in milliseconds.', milliseconds),
      requestTimeout: key('Request timeout', 'How long an answer may take, in milliseconds.', {
        // Whether 0 is accepted is unknown.
        type: 'integer',
        minimum: 0,
        facts: { notes: ['Requires Claude Code 2.1.288 or later.'] },
      }),
      shutdownTimeout: key('Stop timeout', 'How long stopping may take, in milliseconds.', milliseconds),
      restartOnCrash: key('Restart', 'Restarts the server after a crash.', { type: 'boolean' }),
      maxRestarts: key('Restarts', 'How many times it is restarted at most.', { type: 'integer', minimum: 0 }),
      diagnostics: key('Diagnostics', 'Whether its diagnostics are shown to the model.', {
        type: 'boolean',
        default: true,
      }),
    },
  });
}
