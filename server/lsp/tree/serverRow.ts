import { count, type EffectiveServer, type FactLocation, parse, placeAt } from '../../core/index.ts';
import { serverTerm } from '../../core/vocabulary/reasons.ts';
import type { Tone } from '../../core/vocabulary/term.ts';
import type { TreeRow } from '../../protocol.ts';
import { type PluginContents, problemsIn, serverOf, type TreeContext } from './context.ts';

interface Look {
  readonly icon: string;
  readonly color?: string;
  readonly description: string;
}

/** Returns the row of a plugin's server with its state in Cowork. */
export function serverRow(
  context: TreeContext,
  { root }: PluginContents,
  { uri, fact }: FactLocation<'server'>,
): TreeRow {
  const server = serverOf(context, root.directory, fact.name);
  const transport = server?.transport ?? fact.data.transport ?? '';
  const look = server ? lookOf(server) : { icon: 'plug', description: transport };
  const document = context.workspace.get(uri);
  const entry = document && placeAt(parse(document).root, fact.range.start)?.key;
  return {
    id: `server:${uri}:${fact.name}`,
    label: fact.name,
    ...look,
    tooltip: `Server ${fact.name} of plugin ${root.directory}\n${look.description}`,
    place: context.place(uri, fact.range),
    resource: uri,
    context: 'server',
    ...problemsIn(context, uri, entry?.range ?? fact.range),
  };
}

function lookOf(server: EffectiveServer): Look {
  const { active, why, transport, tools } = server;
  const { label, icon, tone } = serverTerm(server);
  const word = label.toLowerCase();
  const parts = active
    ? [transport, word, tools.length > 0 && count(tools.length, 'tool')]
    : [`${word}${why ? `: ${lowerFirst(why)}` : ''}`];
  const color = colors[tone];
  return { icon, ...(color && { color }), description: parts.filter(Boolean).join(' · ') };
}

/** Theme colours for rows that should stand out; others keep the default. */
const colors: Readonly<Partial<Record<Tone, string>>> = { green: 'charts.green', red: 'list.errorForeground' };

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
