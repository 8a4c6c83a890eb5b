import type { Editor } from '../../model.ts';
import { child, property, stringOf } from '../../syntax/node.ts';
import type { Problem } from '../../text.ts';
import type { ServerEntry } from './servers.ts';

type Edit = Pick<Editor, 'add' | 'renameKey'>;

/** The `type` that an address speaks for. */
const typeOf = (url: string): string => (/^wss?:/i.test(url) ? 'ws' : /\/sse\/?(?:[?#]|$)/.test(url) ? 'sse' : 'http');

/** Tells of servers with a `url` and nothing that says how to speak to it. */
export function* untypedServers(servers: readonly ServerEntry[], edit: Edit): Generator<Problem> {
  for (const { name, entry } of servers) {
    const url = property(entry, 'url');
    if (!url || ['type', 'command', 'transport'].some((key) => property(entry, key))) continue;
    const type = typeOf(stringOf(url.valueNode) ?? '');
    yield {
      range: url.keyNode.range,
      message: `\`${name}\` has an address and no \`type\`: it is skipped. Add \`"type": "${type}"\`.`,
      fixes: [{ title: `Add \`"type": "${type}"\``, edits: [edit.add(entry, 'type', type, true)], inFixAll: true }],
    };
  }
}

/** Tells of servers that say `transport`, the word of the policy, where a plugin says `type`. */
export function* transportServers(servers: readonly ServerEntry[], edit: Edit): Generator<Problem> {
  for (const { name, entry } of servers) {
    const transport = property(entry, 'transport');
    if (!transport || property(entry, 'type')) continue;
    const harmless = child(entry, 'command') !== undefined;
    yield {
      range: transport.keyNode.range,
      ...(harmless && { severity: 'hint' as const }),
      message: harmless
        ? `\`transport\` is not read here. \`${name}\` runs as a program because it has a \`command\`.`
        : `\`transport\` is the word of \`managedMcpServers\`. Here it is called \`type\`; without it \`${name}\` is skipped.`,
      fixes: [{ title: 'Rename to `type`', edits: [edit.renameKey(transport, 'type')], inFixAll: !harmless }],
    };
  }
}
