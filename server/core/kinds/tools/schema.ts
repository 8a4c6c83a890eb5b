import type { Schema } from '../../schema/schema.ts';

const hint = (title: string, description: string): Schema => ({
  title,
  description,
  type: 'boolean',
  severity: 'warning',
});

const annotations: Schema = {
  title: 'Hints',
  description: 'How the server describes the tool. Nothing guarantees that it is true.',
  type: 'object',
  severity: 'warning',
  properties: {
    title: { title: 'Title', description: 'The name of the tool for people.', type: 'string', severity: 'warning' },
    readOnlyHint: hint('Reads only', 'The tool changes nothing.'),
    destructiveHint: hint('Destructive', 'The tool may delete or overwrite.'),
    idempotentHint: hint('Idempotent', 'Calling it twice does no more than calling it once.'),
    openWorldHint: hint('Open world', 'The tool reaches out to systems beyond its own.'),
  },
};

const tool: Schema = {
  title: 'Tool',
  description: 'The name of a tool, or the tool with what the server says of it.',
  variants: [
    { name: 'a name', when: { type: 'string' }, schema: { type: 'string', minLength: 1 } },
    {
      name: 'a tool',
      schema: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { title: 'Name', description: 'As the server says it.', type: 'string', minLength: 1 },
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

/** `.plugboard.tools.json`: this project’s own. */
export const schema: Schema = {
  title: 'Known tools',
  description: 'The tools of each server, by the server’s name. `plugboard tools SERVER --save` writes it.',
  type: 'object',
  additionalProperties: {
    title: 'Server',
    description: 'The tools that this server has.',
    type: 'array',
    items: tool,
    suggestions: [{ value: [] }],
  },
};
