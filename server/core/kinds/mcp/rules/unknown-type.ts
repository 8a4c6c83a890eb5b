import { nearest } from '../../../base/suggest.ts';
import { serverFlawOpening } from '../../../components/serverFlawSentences.ts';
import { serverTypes } from '../../../components/serverForms.ts';
import type { Rule } from '../../../model.ts';
import { flawed } from '../../shared/servers/serverChecks.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';

const types = Object.keys(serverTypes);
/** Other names for the types, in lower case and without `_` and `-`. */
const words: Readonly<Record<string, string>> = {
  https: 'http',
  streamable: 'http',
  streamablehttp: 'http',
  httpstream: 'http',
  remote: 'http',
  url: 'http',
  websocket: 'ws',
  wss: 'ws',
  local: 'stdio',
  command: 'stdio',
};

/** The validator rejects any other spelling, upper case included. */
export const unknownType: Rule = {
  id: 'mcp/unknown-type',
  severity: 'error',
  source: ['code/mcp', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit, consequence }) {
    for (const { name, flaw } of flawed(serversOf(serverMap(root)), 'unknown-type')) {
      const { type, node } = flaw;
      if (node.type === 'property') continue;
      const word = type.toLowerCase().replaceAll(/[_\s-]/g, '');
      const meant = words[word] ?? nearest(type, types);
      yield {
        range: node.range,
        message: `${serverFlawOpening(flaw)}, so ${consequence?.clause ?? `\`${name}\` is skipped`}. ${meant ? `Did you mean \`${meant}\`?` : 'Write `http`, `sse` or `stdio`.'}`,
        ...(meant && {
          fixes: [{ title: `Change to \`${meant}\``, edits: [edit.replace(node, meant)], inFixAll: true }],
        }),
      };
    }
  },
};
