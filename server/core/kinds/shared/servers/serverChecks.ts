import { derived } from '../../../base/derived.ts';
import type { Problem } from '../../../base/text.ts';
import { type ServerFlaw, type ServerFlawCode, serverFlawsOf } from '../../../components/serverFlaw.ts';
import { serverFlawOpening } from '../../../components/serverFlawSentences.ts';
import { serverFlaws } from '../../../components/serverFlaws.ts';
import type { Editor } from '../../../model.ts';
import { type ObjectNode, property, stringOf } from '../../../syntax/node.ts';
import type { ServerEntry } from './serverMap.ts';

type Edit = Pick<Editor, 'add' | 'renameKey'>;

const unknownOptions = { options: undefined };

/** What is wrong with a server by its own entry. */
export const flawsIn: (entry: ObjectNode) => readonly ServerFlaw[] = derived((entry) =>
  serverFlaws(entry, unknownOptions),
);

/** Servers, each with its flaws of one sort. */
export const flawed = <C extends ServerFlawCode>(servers: readonly ServerEntry[], code: C) =>
  servers.flatMap((server) => serverFlawsOf(flawsIn(server.entry), code).map((flaw) => ({ ...server, flaw })));

/** The `type` that an address speaks for. */
const typeOf = (url: string): string => (/^wss?:/i.test(url) ? 'ws' : /\/sse\/?(?:[?#]|$)/.test(url) ? 'sse' : 'http');

/** Tells of servers with a `url` and nothing that says how to speak to it. */
export function* untypedServers(servers: readonly ServerEntry[], edit: Edit, outcome?: string): Generator<Problem> {
  for (const { name, entry, flaw } of flawed(servers, 'untyped-url')) {
    const url = property(entry, 'url');
    const type = typeOf(stringOf(url?.valueNode) ?? '');
    if (!url) continue;
    yield {
      range: url.keyNode.range,
      message: `${serverFlawOpening(flaw)}, so ${outcome ?? `\`${name}\` is skipped`}. Add \`"type": "${type}"\`.`,
      fixes: [{ title: `Add \`"type": "${type}"\``, edits: [edit.add(entry, 'type', type, true)], inFixAll: true }],
    };
  }
}

/** Tells of servers that say `transport`, the word of the policy, where a plugin says `type`. */
export function* transportServers(servers: readonly ServerEntry[], edit: Edit, outcome?: string): Generator<Problem> {
  for (const { name, entry } of servers) {
    const transport = property(entry, 'transport');
    const [flaw] = serverFlawsOf(flawsIn(entry), 'transport-as-type', 'ignored-transport');
    if (!transport || !flaw) continue;
    const harmless = flaw.code === 'ignored-transport';
    yield {
      range: transport.keyNode.range,
      ...(harmless && { severity: 'hint' as const }),
      message: harmless
        ? `${serverFlawOpening(flaw)}: \`${name}\` runs as a program because it has a \`command\`.`
        : `${serverFlawOpening(flaw)}, so ${outcome ?? `\`${name}\` is skipped`}. Only \`managedMcpServers\` reads \`transport\`.`,
      fixes: [{ title: 'Rename to `type`', edits: [edit.renameKey(transport, 'type')], inFixAll: !harmless }],
    };
  }
}

/**
 * Tells of servers with `true` or `false` as `oauth`, which only Cowork reads.
 * @param outcome what comes of it, where that is more than the loss of the server
 */
export function* oauthBooleans(servers: readonly ServerEntry[], outcome?: string): Generator<Problem> {
  for (const { name, flaw } of flawed(servers, 'oauth-boolean')) {
    const found = (advice: string) => ({
      range: flaw.node.range,
      message: `${serverFlawOpening(flaw)}, so ${outcome ?? `Claude Code drops \`${name}\``}. ${advice}`,
    });
    yield {
      ...found('Remove the key; sign-in is discovered automatically.'),
      appliesTo: { hosts: ['claude-code'], mixed: 'off' },
    };
    yield {
      ...found('Cowork also reads `true`. Remove the key to support both.'),
      appliesTo: { hosts: ['claude-code'], alone: 'off', mixed: 'warning' },
    };
  }
}
