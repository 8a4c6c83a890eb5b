import { viewOf } from '../../../server/core/lint/workspaceView.ts';
import type { Document, DocumentKind, Target } from '../../../server/core/model.ts';
import type { Schema } from '../../../server/core/schema/schema.ts';
import { frontMatter } from '../../../server/core/syntax/frontMatter/frontMatter.ts';
import { json } from '../../../server/core/syntax/json/json.ts';
import type { Syntax } from '../../../server/core/syntax/syntax.ts';
import { Workspace } from '../../../server/core/workspace/workspace.ts';

export const target: Target = { minimumVersion: '1.40000.0', date: '2026-11-21T00:00:00Z', hosts: ['desktop-3p'] };

const schema: Schema = {
  type: 'object',
  required: ['name'],
  properties: {
    old: { type: 'string', facts: { deprecated: 'Use `name`.', group: 'One' } },
    enabled: {
      type: 'boolean',
      title: 'Enabled',
      description: 'Whether it runs.',
      default: true,
      facts: { group: 'Two', since: '1.50000.0', whenWrong: 'it is ignored', source: 'https://example.com/docs' },
    },
    name: { type: 'string', title: 'Name', description: 'What it is called.', facts: { group: 'One' } },
    mode: { type: 'string', enum: ['fast', 'slow'], default: 'fast', facts: { group: 'One', certainty: 'reading' } },
    model: { type: 'string', suggestions: [{ value: 'opus', description: 'The large one.' }, { value: 'haiku' }] },
    count: { type: 'integer', default: 3 },
    region: { type: 'string', facts: { providers: ['vertex'], group: 'One' } },
    key: { type: 'string', facts: { providers: ['gateway'], group: 'One' } },
    path: { type: 'string', default: 'C:\\"x"' },
    size: { type: 'integer', exclusiveMinimum: 0 },
    $id: { type: 'string', suggestions: [{ value: 'urn:x' }] },
    tools: { type: 'array', items: { type: 'string' } },
    servers: { type: 'array', items: { $ref: '#/$defs/server' } },
    either: {
      variants: [
        { name: 'word', when: { type: 'string' }, schema: { type: 'string', enum: ['all'] } },
        { name: 'list', schema: { type: 'array', items: { type: 'string' } } },
      ],
    },
    map: { type: 'object', additionalProperties: { $ref: '#/$defs/server' } },
  },
  $defs: {
    server: {
      variants: [
        {
          name: 'http',
          when: { equals: { transport: 'http' } },
          schema: {
            type: 'object',
            required: ['url'],
            properties: { transport: { enum: ['http', 'stdio'] }, url: { type: 'string' } },
          },
        },
        {
          name: 'stdio',
          schema: {
            type: 'object',
            required: ['command'],
            properties: { transport: { enum: ['http', 'stdio'] }, command: { type: 'string' } },
          },
        },
      ],
    },
  },
};

const kindOf = (syntax: Syntax): DocumentKind => ({
  id: 'thing',
  title: 'Thing',
  files: ['**'],
  syntax,
  schema,
  source: ['plugboard'],
  rules: [],
  values: [
    {
      at: ['tools', '*'],
      offers: 'values',
      items: () => [{ value: 'Read', detail: 'built in' }, { value: 'Write' }],
    },
    { at: ['map'], offers: 'keys', items: () => [{ value: 'docs', detail: 'a known server' }] },
  ],
});

/** Returns a document with the cursor at `<|>`. Texts that start with `---` are Markdown. */
export function atCursor(marked: string): { document: Document; offset: number } {
  const offset = marked.indexOf('<|>');
  const text = offset < 0 ? marked : marked.slice(0, offset) + marked.slice(offset + 3);
  const kind = kindOf(text.startsWith('---') ? frontMatter : json);
  return { document: { uri: 'file:///thing', text, kind }, offset };
}

export const context = { workspace: viewOf(new Workspace([]), new Set()), target };
