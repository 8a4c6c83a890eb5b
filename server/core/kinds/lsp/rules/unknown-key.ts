import type { Rule } from '../../../model.ts';
import { lspServerOf } from '../../shared/servers/lspSchema.ts';
import { unknownKeys } from '../../shared/unknownKeys.ts';
import { lspServers } from '../servers.ts';

const server = lspServerOf({});

/** Our reading: the validator refuses other keys in `plugin.json`, and in this file it says nothing. */
export const unknownKey: Rule = {
  id: 'lsp/unknown-key',
  severity: 'hint',
  scope: 'document',
  *check({ root, edit }) {
    for (const { entry } of lspServers(root)) {
      yield* unknownKeys(entry, server, edit, 'is no key of a language server, and the server may be left out');
    }
  },
};
