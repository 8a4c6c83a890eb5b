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

/** Returns the flaws of a server's own entry. */
export const flawsIn: (entry: ObjectNode) => readonly ServerFlaw[] = derived((entry) =>
  serverFlaws(entry, unknownOptions),
);

/** Returns servers with their flaws of one code. */
export const flawed = <C extends ServerFlawCode>(servers: readonly ServerEntry[], code: C) =>
  servers.flatMap((server) => serverFlawsOf(flawsIn(server.entry), code).map((flaw) => ({ ...server, flaw })));

/** Returns the `type` that a URL suggests. */
const typeOf = (url: string): string => (/^wss?:/i.test(url) ? 'ws' : /\/sse\/?(?:[?#]|$)/.test(url) ? 'sse' : 'http');

/** Reports servers with a `url` but without the transport to use. */
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

/** Reports servers with `transport`, the key of policies, instead of `type`. */
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
 * Reports servers with a boolean `oauth`, which only Cowork reads.
 * @param outcome the consequence, if it is more than the loss of the server
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
