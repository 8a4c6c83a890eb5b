import { escapeMarkdown } from '../base/markdown.ts';
import { count } from '../base/words.ts';
import {
  type EffectiveResult,
  type EffectiveServer,
  type EffectiveTool,
  type Surface,
  surfaces,
} from '../effective/model.ts';
import type { Fact } from '../fact.ts';
import { certainties } from '../vocabulary/certainties.ts';
import { isPattern, surfaceNames } from '../vocabulary/names.ts';
import { isShadowed, serverTerm } from '../vocabulary/reasons.ts';
import { states, toolStates } from '../vocabulary/states.ts';
import { commandsOf, type HoverFormat, icon, plainFormat } from './hoverFormat.ts';
import { toolCard, wildcardCard } from './toolCards.ts';

/**
 * Returns the state of the server or of the tools that a fact of a document names; undefined if nothing is known.
 * @param format whether icons, links and commands can be used.
 */
export function effectiveCard(
  fact: Fact,
  effective: EffectiveResult,
  format: HoverFormat = plainFormat,
): string | undefined {
  if (fact.type === 'server') return serverCard(fact, effective, format);
  if (fact.type !== 'tool-policy') return undefined;
  const { tool, permission } = fact.data;
  const asked = { server: fact.name, tool, range: fact.range, permission };
  // Even if the tools of a server are unknown, the meaning of a wildcard is known.
  const card = isPattern(tool) ? wildcardCard(asked, effective, format) : undefined;
  return card ?? toolCard(asked, effective, format);
}

const present = ({ surfaces: found }: EffectiveResult) =>
  surfaces.flatMap((surface) => {
    const servers = found[surface]?.servers;
    return servers ? [{ surface, servers }] : [];
  });

function serverCard(
  { name, data }: Fact<'server'>,
  effective: EffectiveResult,
  format: HoverFormat,
): string | undefined {
  const isMeant = (server: EffectiveServer) =>
    server.name === name && server.layer === data.layer && server.plugin === data.plugin;
  const here = present(effective).flatMap(({ surface, servers }) => {
    const server = servers.find(isMeant);
    return server ? [{ surface, server, servers }] : [];
  });
  const [first] = here;
  if (!first) return undefined;
  const { server, servers } = first;
  const states = here.map((each) => ({ surface: surfaceNames[each.surface], state: stateOf(each.server, format) }));
  const isSame = states.every(({ state }) => state.text === states[0]?.state.text);
  return [
    [
      `**${escapeMarkdown(name)}** ${isSame ? states[0]?.state.word : ''}`.trim(),
      server.layer,
      escapeMarkdown(server.transport),
    ].join(' · '),
    isSame ? states[0]?.state.rest : states.map(({ surface, state }) => `${surface}: ${state.text}`).join('  \n'),
    toolsOf(first),
    winsOver(server, servers, format),
    commandsOf(format, { name, layer: server.layer, plugin: server.plugin }, 'Show in panel'),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** Returns the state as a phrase for the first line, and what to add below; `text` is both. */
function stateOf(server: EffectiveServer, format: HoverFormat) {
  const { active, why, certainty, cause } = server;
  const { doubt } = certainties[certainty];
  const hedge = doubt ? ` *(${doubt})*` : '';
  const { label, icon: sign } = serverTerm(server);
  const word = `${icon(format, sign)}${label}`;
  if (active) return { word, rest: hedge.trim(), text: `${label}.${hedge}` };
  const place = cause && format.place(cause);
  const rest = `${escapeMarkdown(why ?? '')}${place ? ` (${place})` : ''}.${hedge}`;
  return { word, rest, text: `${label}. ${rest}` };
}

/** Counts the tools and wildcards by state on one surface. */
function toolsOf({ surface, server: { active, tools } }: { surface: Surface; server: EffectiveServer }): string {
  const said = (rows: readonly EffectiveTool[], noun: string) =>
    rows.length > 0 ? [`${count(rows.length, noun)}, in ${surfaceNames[surface]}: ${countStates(rows)}.`] : [];
  const known = tools.filter(({ name }) => !isPattern(name));
  const patterns = tools.filter(({ name }) => isPattern(name));
  return active ? [...said(known, 'known tool'), ...said(patterns, 'pattern')].join(' ') : '';
}

function winsOver(server: EffectiveServer, servers: readonly EffectiveServer[], format: HoverFormat): string | false {
  const losers = servers.filter((other) => other !== server && other.name === server.name && isShadowed(other.reason));
  const named = losers.flatMap(({ plugin, origin }) => {
    if (!plugin) return [];
    const place = origin && format.place(origin);
    return [`**${escapeMarkdown(plugin)}**${place ? ` (${place})` : ''}`];
  });
  return server.active && named.length > 0 && `Takes precedence over the server of this name in ${named.join(', ')}.`;
}

function countStates(tools: readonly EffectiveTool[]): string {
  const counts = toolStates.map((state) => [state, tools.filter((tool) => tool.state === state).length] as const);
  return counts.flatMap(([state, number]) => (number > 0 ? [`${number} ${states[state].label}`] : [])).join(', ');
}
