import { code, escapeMarkdown } from '../base/markdown.ts';
import { type EffectiveResult, type EffectiveServer, type Origin, surfaces } from '../effective/model.ts';
import { surfaceList } from '../effective/surfaceList.ts';
import type { PropertyNode } from '../syntax/node.ts';
import { certainties } from '../vocabulary/certainties.ts';
import { reachTerms } from '../vocabulary/reach.ts';
import { serverTerm } from '../vocabulary/reasons.ts';
import { states, type ToolState } from '../vocabulary/states.ts';
import { type HoverFormat, icon } from './hoverFormat.ts';

/** The maximum number of servers or tools that are named. */
const most = 5;

/**
 * Returns what a top-level key of a policy does in this deployment: what it lets Claude reach, the servers that it switches off,
 * the built-in tools that it decides about.
 */
export function keyEffect(
  { range, key }: PropertyNode,
  effective: EffectiveResult,
  format: HoverFormat,
): string | undefined {
  const isHere = (origin: Origin | null): boolean =>
    origin !== null && origin.uri === format.uri && range.start <= origin.range.start && origin.range.end <= range.end;
  const parts = [
    reached(effective, key, isHere, format),
    serversOff(effective, isHere, format),
    builtins(effective, isHere),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join('\n\n') : undefined;
}

type IsHere = (origin: Origin | null) => boolean;

/** Returns what the key decides about what Claude can reach. */
function reached({ reach }: EffectiveResult, key: string, isHere: IsHere, format: HoverFormat): string | undefined {
  const lines = reach.flatMap((group) => group.lines).filter((line) => line.key === key && isHere(line.origin));
  const said = lines.map(({ level, message, certainty }) => {
    const { doubt } = certainties[certainty];
    const { label, icon: sign } = reachTerms[level];
    const hedge = doubt && level !== 'unknown' ? ` *(${doubt})*` : '';
    return `${icon(format, sign)}**${label}:** ${withCode(message)}${hedge}`;
  });
  return said.length > 0 ? said.join('\n\n') : undefined;
}

/** Returns a sentence as Markdown: backquotes mark code, everything else is escaped. */
const withCode = (message: string): string =>
  message
    .split('`')
    .map((part, i) => (i % 2 === 1 ? code(part) : escapeMarkdown(part)))
    .join('');

function serversOff({ surfaces: found }: EffectiveResult, isHere: IsHere, format: HoverFormat): string | undefined {
  const off = new Map<string, EffectiveServer>();
  for (const surface of surfaces) {
    for (const server of found[surface]?.servers ?? []) {
      // A server inside the key itself has its own hover.
      if (!server.active && isHere(server.cause) && !isHere(server.origin))
        off.set(JSON.stringify([server.layer, server.plugin, server.name]), server);
    }
  }
  if (off.size === 0) return undefined;
  const rows = [...off.values()].slice(0, most).map((server) => {
    const { doubt } = certainties[server.certainty];
    const { label, icon: sign } = serverTerm(server);
    const from = server.plugin ? `plugin ${escapeMarkdown(server.plugin)}` : server.layer;
    return `- **${escapeMarkdown(server.name)}** ${icon(format, sign)}${label} · ${from}${doubt ? ` *(${doubt})*` : ''}`;
  });
  const more = off.size > most ? [`- and ${off.size - most} more`] : [];
  const count = `${off.size} ${off.size === 1 ? 'server is' : 'servers are'} affected:`;
  return [count, '', ...rows, ...more].join('\n');
}

function builtins({ surfaces: found }: EffectiveResult, isHere: IsHere): string | undefined {
  const decided = new Map<string, (typeof surfaces)[number][]>();
  for (const surface of surfaces) {
    for (const { name, state, origin } of found[surface]?.builtinTools ?? []) {
      if (!isHere(origin)) continue;
      const key = JSON.stringify([name, state]);
      decided.set(key, [...(decided.get(key) ?? []), surface]);
    }
  }
  if (decided.size === 0) return undefined;
  const said = [...decided].slice(0, most).map(([key, at]) => {
    const [name, state] = JSON.parse(key) as [string, ToolState];
    return `${code(name)} ${states[state].label}${at.length === surfaces.length ? '' : ` in ${surfaceList(at)}`}`;
  });
  return `Effect here: ${said.join(', ')}${decided.size > most ? ` and ${decided.size - most} more` : ''}.`;
}
