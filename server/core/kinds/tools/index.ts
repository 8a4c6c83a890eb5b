import type { DocumentKind } from '../../model.ts';
import { json } from '../../syntax/json/json.ts';
import { child, stringOf } from '../../syntax/node.ts';
import { facts } from './facts.ts';
import { references } from './references.ts';
import { schema } from './schema.ts';
import { values } from './values.ts';

/** `.plugboard.tools.json`: the tools of servers, as discovered. */
const tools: DocumentKind = {
  id: 'tools',
  title: 'Known tools',
  files: ['**/.plugboard.tools.json'],
  syntax: json,
  schema,
  source: ['mcp/tools'],
  rules: [],
  values,
  facts,
  references,
  symbolName: (node) => stringOf(node) ?? stringOf(child(node, 'name')),
};

export default tools;
