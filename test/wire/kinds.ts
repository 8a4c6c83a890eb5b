import type { DocumentKind, Rule } from '../../server/core/model.ts';
import { json } from '../../server/core/syntax/json/json.ts';
import { child, property, stringOf } from '../../server/core/syntax/node.ts';
import { metadata } from '../support/rule.ts';

declare module '../../server/core/fact.ts' {
  interface FactData {
    readonly note: null;
  }
}

/** A word in `color` that ends in a space. The fix needs no review. */
const blank: Rule = {
  id: 'note/blank',
  ...metadata,
  severity: 'warning',
  scope: 'document',
  *check({ root, edit, target }) {
    for (const key of ['color', 'shape']) {
      const node = child(root, key);
      const text = stringOf(node);
      if (!node || !text?.endsWith(' ')) continue;
      const fixes = [{ title: 'Remove the blank', edits: [edit.replace(node, text.trim())], inFixAll: true }];
      yield { range: node.range, message: `A blank ends this (floor ${target.minimumVersion}).`, fixes };
    }
  },
};

/** `refers` names another note's `name`. Fixes: in the other file, with a new file, or with a rename. */
const refers: Rule = {
  id: 'note/refers',
  ...metadata,
  severity: 'error',
  scope: 'workspace',
  *check({ root, workspace, document }) {
    const node = child(root, 'refers');
    const name = stringOf(node);
    if (!node || name === undefined || workspace.facts('note', name).length > 0) return;
    const others = workspace.facts('note');
    yield {
      range: node.range,
      message: `No note is called ${name}.`,
      related: others.map((found) => workspace.related(found, 'This one is there.')),
      fixes: [
        ...others.map(({ uri, fact }) => ({
          title: `Rename ${fact.name}`,
          edits: [{ uri, range: fact.range, newText: JSON.stringify(name) }],
        })),
        {
          title: 'Create the note',
          edits: [],
          files: [{ kind: 'create' as const, uri: document.uri.replace(/[^/]*$/, 'new.note.json'), text: '{}' }],
        },
        {
          title: 'Move this note',
          edits: [],
          files: [{ kind: 'rename' as const, from: document.uri, to: document.uri.replace('.note', '-2.note') }],
        },
      ],
    };
  },
};

/** Throws on request: no document may stop the server. */
const hostile: Rule = {
  id: 'note/hostile',
  ...metadata,
  severity: 'error',
  scope: 'document',
  *check({ root }) {
    if (child(root, 'explode')) throw new Error(`quoting ${stringOf(child(root, 'explode'))}`);
    yield* [];
  },
};

/** A small kind that shows what the server does with any kind. */
export const note: DocumentKind = {
  id: 'note',
  title: 'Note',
  files: ['**/*.note.json'],
  syntax: json,
  source: ['plugboard'],
  schema: {
    type: 'object',
    properties: {
      color: { type: 'string', title: 'Colour', description: 'Of the note.', enum: ['red', 'blue'] },
      shape: { type: 'string' },
    },
  },
  rules: [blank, refers, hostile],
  values: [
    {
      at: ['refers'],
      offers: 'values',
      items: ({ workspace }) => workspace.facts('note').map(({ fact }) => ({ value: fact.name })),
    },
    {
      at: ['shape'],
      offers: 'values',
      items: () => {
        throw new Error('a provider that quotes its document');
      },
    },
  ],
  *facts({ text }) {
    const found = property(json.parse(text).root, 'name')?.valueNode;
    const name = stringOf(found);
    if (found && name !== undefined) yield { type: 'note', name, range: found.range };
  },
};
