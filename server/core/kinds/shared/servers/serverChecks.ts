import type { Problem } from '../../../base/text.ts';
import type { Editor } from '../../../model.ts';
import { child, property, stringOf } from '../../../syntax/node.ts';
import type { ServerEntry } from './serverMap.ts';

type Edit = Pick<Editor, 'add' | 'renameKey'>;

/** The `type` that an address speaks for. */
const typeOf = (url: string): string => (/^wss?:/i.test(url) ? 'ws' : /\/sse\/?(?:[?#]|$)/.test(url) ? 'sse' : 'http');

/** Tells of servers with a `url` and nothing that says how to speak to it. */
export function* untypedServers(
  servers: readonly ServerEntry[],
  edit: Edit,
  outcome = 'it is skipped',
): Generator<Problem> {
  for (const { name, entry } of servers) {
    const url = property(entry, 'url');
    if (!url || ['type', 'command', 'transport'].some((key) => property(entry, key))) continue;
    const type = typeOf(stringOf(url.valueNode) ?? '');
    yield {
      range: url.keyNode.range,
      message: `\`${name}\` has an address and no \`type\`: ${outcome}. Add \`"type": "${type}"\`.`,
      fixes: [{ title: `Add \`"type": "${type}"\``, edits: [edit.add(entry, 'type', type, true)], inFixAll: true }],
    };
  }
}

/** Tells of servers that say `transport`, the word of the policy, where a plugin says `type`. */
export function* transportServers(servers: readonly ServerEntry[], edit: Edit, outcome?: string): Generator<Problem> {
  for (const { name, entry } of servers) {
    const transport = property(entry, 'transport');
    if (!transport || property(entry, 'type')) continue;
    const harmless = child(entry, 'command') !== undefined;
    yield {
      range: transport.keyNode.range,
      ...(harmless && { severity: 'hint' as const }),
      message: harmless
        ? `\`transport\` is not read here. \`${name}\` runs as a program because it has a \`command\`.`
        : `\`transport\` is the word of \`managedMcpServers\`. Here it is called \`type\`; without it ${outcome ?? `\`${name}\` is skipped`}.`,
      fixes: [{ title: 'Rename to `type`', edits: [edit.renameKey(transport, 'type')], inFixAll: !harmless }],
    };
  }
}

/**
 * Tells of servers with `true` or `false` as `oauth`, which only Cowork reads.
 * @param outcome what comes of it, where that is more than the loss of the server
 */
export function* oauthBooleans(servers: readonly ServerEntry[], outcome?: string): Generator<Problem> {
  for (const { name, entry } of servers) {
    const oauth = child(entry, 'oauth');
    if (oauth?.type !== 'boolean') continue;
    const found = (advice: string) => ({
      range: oauth.range,
      message: `Claude Code reads only an object as \`oauth\`, so ${outcome ?? `\`${name}\` is dropped`}. ${advice}`,
    });
    yield {
      ...found('Leave the key out; sign-in is found by itself.'),
      appliesTo: { hosts: ['claude-code'], mixed: 'off' },
    };
    yield {
      ...found('Cowork reads `true`: for both, leave the key out.'),
      appliesTo: { hosts: ['claude-code'], alone: 'off', mixed: 'warning' },
    };
  }
}
