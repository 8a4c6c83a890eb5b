import type { Schema } from '../../schema/schema.ts';
import { lspServerOf } from '../shared/servers/lspSchema.ts';
import { pluginSources } from '../shared/sources.ts';

const facts = {
  source: pluginSources.plugins,
  certainty: 'documented',
  whenWrong: 'The server is silently skipped.',
} as const;

/** `.lsp.json`: language servers by name. A map under a key, as in other files, is accepted here; a rule reports it. */
export const schema: Schema = {
  title: 'Language servers of a plugin',
  description: 'Language servers by name. Claude Code starts them; whether Cowork does is not documented.',
  type: 'object',
  severity: 'warning',
  expected: 'an object of servers by name `{ "name": { "command": … } }`',
  properties: { $schema: { title: 'Schema', description: 'A URL for editors.' } },
  patternProperties: { '^(lsp_?[Ss]ervers?|servers)$': {} },
  additionalProperties: lspServerOf(facts, 'warning'),
  facts: { ...facts, whenWrong: 'No language server in this file is found.' },
};
