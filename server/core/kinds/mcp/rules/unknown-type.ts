import { nearest } from '../../../base/suggest.ts';
import type { Rule } from '../../../model.ts';
import { child, stringOf } from '../../../syntax/node.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';

const types = ['http', 'sse', 'stdio', 'ws', 'streamable-http'];
/** Other words for the same, without case, `_` and `-`. */
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

/** The validator refuses any other spelling, upper case included. */
export const unknownType: Rule = {
  id: 'mcp/unknown-type',
  severity: 'error',
  source: ['code/mcp', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit, consequence }) {
    for (const { name, entry } of serversOf(serverMap(root))) {
      const node = child(entry, 'type');
      const type = stringOf(node);
      if (!node || type === undefined || types.includes(type)) continue;
      const word = type.toLowerCase().replaceAll(/[_\s-]/g, '');
      const meant = words[word] ?? nearest(type, types);
      yield {
        range: node.range,
        message: `\`${type}\` is no kind of server, so ${consequence?.clause ?? `\`${name}\` is skipped`}. ${meant ? `Did you mean \`${meant}\`?` : 'Write `http`, `sse` or `stdio`.'}`,
        ...(meant && {
          fixes: [{ title: `Change to \`${meant}\``, edits: [edit.replace(node, meant)], inFixAll: true }],
        }),
      };
    }
  },
};
