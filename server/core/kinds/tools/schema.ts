import type { Schema } from '../../schema/schema.ts';

const hint = (title: string, description: string): Schema => ({
  title,
  description,
  type: 'boolean',
  severity: 'warning',
});

const annotations: Schema = {
  title: 'Hints',
  description: 'How the server describes the tool. The app does not verify it.',
  type: 'object',
  severity: 'warning',
  properties: {
    title: { title: 'Title', description: 'The display name of the tool.', type: 'string', severity: 'warning' },
    readOnlyHint: hint('Reads only', 'The tool changes nothing.'),
    destructiveHint: hint('Destructive', 'The tool may delete or overwrite.'),
    idempotentHint: hint('Idempotent', 'Calling it twice has the same effect as calling it once.'),
    openWorldHint: hint('Open world', 'The tool interacts with external systems.'),
  },
};

const tool: Schema = {
  title: 'Tool',
  description: 'The name of a tool, or an object with what the server says about it.',
  variants: [
    { name: 'a name', when: { type: 'string' }, schema: { type: 'string', minLength: 1 } },
    {
      name: 'a tool',
      schema: {
        type: 'object',
        required: ['name'],
        properties: {
          name: {
            title: 'Name',
            description: 'The name of the tool, as the server reports it.',
            type: 'string',
            minLength: 1,
          },
          description: {
            title: 'Description',
            description: 'What the tool does.',
            type: 'string',
            severity: 'warning',
          },
          annotations,
        },
      },
    },
  ],
};

/** `.plugboard.tools.json`, Plugboard’s own format. */
export const schema: Schema = {
  title: 'Known tools',
  description: 'The tools of each server, by the server’s name. `plugboard tools SERVER --save` writes this file.',
  type: 'object',
  additionalProperties: {
    title: 'Server',
    description: 'The tools of this server.',
    type: 'array',
    items: tool,
    suggestions: [{ value: [] }],
  },
};
