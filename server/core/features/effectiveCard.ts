import {
  type EffectiveResult,
  type EffectiveServer,
  type EffectiveTool,
  surfaces,
  type ToolState,
} from '../effective/model.ts';
import { matchesWildcard } from '../effective/wildcard.ts';
import type { Fact } from '../model.ts';
import { certaintyWords } from './describe.ts';
import { stateNames, surfaceNames } from './effectiveWords.ts';
import { code, escapeMarkdown } from './markdown.ts';

/** What becomes of the server or of the tools that a fact of a document names; undefined where nothing is known of it. */
export function effectiveCard(fact: Fact, effective: EffectiveResult): string | undefined {
  if (fact.type === 'server') return serverCard(fact, effective);
  const tool = fact.data?.tool;
  if (fact.type !== 'tool-policy' || typeof tool !== 'string') return undefined;
  return tool.includes('*') ? wildcardCard(fact.name, tool, effective) : toolCard(fact.name, tool, effective);
}

const present = ({ surfaces: found }: EffectiveResult) =>
  surfaces.flatMap((surface) => {
    const servers = found[surface]?.servers;
    return servers ? [{ surface, servers }] : [];
  });

function serverCard({ name, data }: Fact, effective: EffectiveResult): string | undefined {
  const isMeant = (server: EffectiveServer) =>
    server.name === name && server.layer === data?.layer && server.plugin === (data?.plugin ?? null);
  const here = present(effective).flatMap(({ surface, servers }) => {
    const server = servers.find(isMeant);
    return server ? [{ surface, server, servers }] : [];
  });
  const [first] = here;
  if (!first) return undefined;
  const { server, servers } = first;
  const states = here.map(({ surface, server }) => [surfaceNames[surface], stateOf(server)] as const);
  const isSame = states.every(([, state]) => state === states[0]?.[1]);
  const losers = servers.filter(
    (other) => other !== server && other.name === name && other.reason?.startsWith('shadowed-by:'),
  );
  const plugins = losers.flatMap(({ plugin }) => (plugin ? [escapeMarkdown(plugin)] : []));
  return [
    `**${escapeMarkdown(name)}** · ${server.layer} · ${escapeMarkdown(server.transport)}`,
    isSame ? states[0]?.[1] : states.map((pair) => `${pair.join(': ')}`).join('  \n'),
    server.active &&
      server.tools.length > 0 &&
      `${server.tools.length} known tools, in Cowork: ${countStates(server.tools)}.`,
    server.active && plugins.length > 0 && `Wins over the server of this name in ${plugins.join(', ')}.`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function stateOf({ active, why, certainty, needsSignIn }: EffectiveServer): string {
  const doubt = certaintyWords[certainty];
  const state = active
    ? `Active${needsSignIn ? ', once the user has signed in' : ''}`
    : `Not active: ${escapeMarkdown(why ?? '')}`;
  return `${state}.${doubt ? ` *(${doubt})*` : ''}`;
}

function countStates(tools: readonly EffectiveTool[]): string {
  const counts = new Map<ToolState, number>();
  for (const { state } of tools) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts].map(([state, count]) => `${count} ${stateNames[state]}`).join(', ');
}

/** The servers of that name that run, surface by surface. */
const running = (name: string, effective: EffectiveResult) =>
  present(effective).flatMap(({ surface, servers }) => {
    const server = servers.find((server) => server.name === name && server.active);
    return server ? [{ surface, server }] : [];
  });

function toolCard(name: string, tool: string, effective: EffectiveResult): string | undefined {
  const rows = running(name, effective).flatMap(({ surface, server }) => {
    const found = server.tools.find((known) => known.name === tool);
    if (!found) return [];
    const doubt = certaintyWords[found.certainty];
    return [
      `| ${surfaceNames[surface]} | ${stateNames[found.state]}${doubt ? ` *(${doubt})*` : ''} | ${code(found.rule)} |`,
    ];
  });
  if (rows.length === 0) return undefined;
  return [`${code(tool)} of **${escapeMarkdown(name)}**`, ['| | | |', '|---|---|---|', ...rows].join('\n')].join(
    '\n\n',
  );
}

function wildcardCard(name: string, pattern: string, effective: EffectiveResult): string | undefined {
  const tools = running(name, effective)[0]?.server.tools;
  if (!tools || tools.length === 0) return undefined;
  const hit = tools.filter((tool) => matchesWildcard(pattern, tool.name));
  const names = hit.slice(0, 8).map((tool) => code(tool.name));
  const list = names.length > 0 ? `: ${names.join(', ')}${hit.length > 8 ? ' …' : ''}` : '';
  return `${code(pattern)} matches ${hit.length} of ${tools.length} known tools of **${escapeMarkdown(name)}**${list}.`;
}
