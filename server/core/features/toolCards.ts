import { code, escapeMarkdown } from '../base/markdown.ts';
import type { TextRange } from '../base/text.ts';
import {
  type EffectiveResult,
  type EffectiveServer,
  type EffectiveTool,
  type Surface,
  surfaces,
} from '../effective/model.ts';
import { surfaceList } from '../effective/surfaceList.ts';
import { matchesWildcard } from '../policy/wildcard.ts';
import { certainties } from '../vocabulary/certainties.ts';
import { effects, isPattern, surfaceNames } from '../vocabulary/names.ts';
import { hasToolRows } from '../vocabulary/reasons.ts';
import { ruleLabel } from '../vocabulary/rules.ts';
import { states } from '../vocabulary/states.ts';
import { commandsOf, type HoverFormat, icon } from './hoverFormat.ts';

/** A rule for tools, as it is written in a document. */
interface Asked {
  readonly server: string;
  readonly tool: string;
  readonly range: TextRange;
  readonly permission: string;
}

interface Running {
  readonly surface: Surface;
  readonly server: EffectiveServer;
}

/** Returns the servers of that name whose tools are decided, by surface. */
const running = (name: string, effective: EffectiveResult): Running[] =>
  surfaces.flatMap((surface) => {
    const server = effective.surfaces[surface]?.servers.find((each) => each.name === name && hasToolRows(each));
    return server ? [{ surface, server }] : [];
  });

const nameOf = ({ name, layer, plugin }: EffectiveServer) => ({ name, layer, plugin });

/** Returns what a tool may do on each surface, and which line decides. */
export function toolCard(
  { server, tool, range }: Asked,
  effective: EffectiveResult,
  format: HoverFormat,
): string | undefined {
  const found = running(server, effective).flatMap((each) => {
    const known = each.server.tools.find(({ name }) => name === tool);
    return known ? [{ ...each, tool: known }] : [];
  });
  const [first] = found;
  if (!first) return undefined;
  const rows = found.map(
    ({ surface, tool: each }) =>
      `| ${surfaceNames[surface]} | ${stateOf(each, format)} | ${decidedBy(each, range, format)} |`,
  );
  return [
    `${code(tool)} of **${escapeMarkdown(server)}**${effectOf(server, tool, format)}`,
    ['| | | |', '|---|---|---|', ...rows].join('\n'),
    overruled(found, range, format),
    commandsOf(format, nameOf(first.server), 'Show reasoning'),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function effectOf(server: string, tool: string, format: HoverFormat): string {
  const known = format.tool(server, tool);
  if (known?.destructive) return ` ${icon(format, 'warning')}${effects.destroys.label}`;
  return known?.readOnly === false ? ` ${icon(format, 'warning')}${effects.changes.label}` : '';
}

const stateOf = ({ state, certainty }: EffectiveTool, format: HoverFormat): string => {
  const { doubt } = certainties[certainty];
  return `${icon(format, states[state].icon)}${states[state].label}${doubt ? ` *(${doubt})*` : ''}`;
};

function decidedBy({ rule, origin }: EffectiveTool, here: TextRange, format: HoverFormat): string {
  if (origin && isHere(origin, here, format)) return 'this line';
  const place = origin && format.place(origin);
  const { text, isKey } = ruleLabel(rule);
  return [isKey ? code(text) : text, place].filter(Boolean).join(', ');
}

const isHere = (origin: { uri: string; range: TextRange }, { start }: TextRange, format: HoverFormat): boolean =>
  origin.uri === format.uri && origin.range.start <= start && start < origin.range.end;

/** Returns why this line does not decide, on surfaces where it does not. */
function overruled(found: readonly { readonly tool: EffectiveTool }[], here: TextRange, format: HoverFormat): string {
  const reasons = found.flatMap(({ tool }) => {
    const isOverruled = tool.steps.find(
      ({ origin, outcome }) => outcome !== 'decides' && origin && isHere(origin, here, format),
    );
    return isOverruled ? [`${isOverruled.why}.`] : [];
  });
  return [...new Set(reasons)].join(' ');
}

/** The maximum number of tool names that are listed. */
const most = 8;

/** Returns which tools a wildcard matches, and about which of them another line decides. */
export function wildcardCard(
  { server, tool: pattern, range, permission }: Asked,
  effective: EffectiveResult,
  format: HoverFormat,
): string | undefined {
  const found = running(server, effective);
  const [first] = found;
  const tools = first?.server.tools.filter(({ name }) => !isPattern(name));
  if (!first || !tools || tools.length === 0) return undefined;
  const hit = tools.filter(({ name }) => matchesWildcard(pattern, name)).map(({ name }) => name);
  const shown = hit.slice(0, most).map(code);
  const list = shown.length > 0 ? `: ${shown.join(', ')}${hit.length > most ? ' …' : ''}` : '';
  const state = permission === 'allow' || permission === 'ask' || permission === 'blocked' ? permission : undefined;
  const word = state && format.isRich ? ` ${icon(format, states[state].icon)}${states[state].label}` : '';
  return [
    `${code(pattern)}${word} matches ${hit.length} of ${tools.length} known tools of **${escapeMarkdown(server)}**${list}.`,
    ...exceptions(found, hit, range, format),
    commandsOf(format, nameOf(first.server), 'Show these tools'),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** Returns the tools that the wildcard matches but another line decides, with the surfaces. */
function exceptions(found: readonly Running[], hit: readonly string[], here: TextRange, format: HoverFormat): string[] {
  if (format.uri === '') return [];
  const others = hit.flatMap((name) => {
    const at = found.flatMap(({ surface, server }) => {
      const tool = server.tools.find((each) => each.name === name);
      return tool?.origin && !isHere(tool.origin, here, format) ? [{ surface, tool, origin: tool.origin }] : [];
    });
    const [first] = at;
    if (!first) return [];
    const where = at.length === found.length ? '' : ` in ${surfaceList(at.map(({ surface }) => surface))}`;
    const place = format.place(first.origin);
    return [`Overruled for ${code(name)}${where}${place ? ` by ${place}` : ''}.`];
  });
  return others.length > 3 ? [...others.slice(0, 3), `… and for ${others.length - 3} more.`] : others;
}
