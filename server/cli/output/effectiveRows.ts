import {
  type Certainty,
  type ContractOrigin,
  count,
  type EffectiveResult,
  type EffectiveServer,
  type EffectiveSurface,
  type EffectiveTool,
  type Placed,
  type Surface,
  type ToolState,
} from '../../core/index.ts';
import { certainties } from '../../core/vocabulary/certainties.ts';
import {
  isPattern,
  layers,
  patternTerm,
  surfaceHead,
  surfaceNames,
  unlistedTerm,
} from '../../core/vocabulary/names.ts';
import { hasToolRows, serverTerm } from '../../core/vocabulary/reasons.ts';
import { ruleLabel } from '../../core/vocabulary/rules.ts';
import { states } from '../../core/vocabulary/states.ts';
import type { Tone } from '../../core/vocabulary/term.ts';
import { oneLine } from '../terminal.ts';

export type Answer = Placed<EffectiveResult>;

/** The text of a cell, and its colour. */
export interface Cell {
  readonly word: string;
  readonly tone: Tone;
}

export interface Row {
  /** Names from files: a server, or the tools of the row. */
  readonly names: readonly string[];
  /** Text after the names, or instead of them. */
  readonly detail: string;
  /** A server, followed by its tools. */
  readonly isServer: boolean;
  /** One per surface. */
  readonly cells: readonly Cell[];
  readonly decidedBy: string;
  /** A tool that no line decides about. */
  readonly isDefault: boolean;
}

export interface Table {
  /** The column headings. */
  readonly heads: readonly string[];
  readonly builtins: readonly Row[];
  readonly servers: readonly Row[];
}

const cellOf = (state: ToolState): Cell => ({
  word: states[state].label,
  tone: states[state].tone,
});

/** A server with more rows than this is folded. */
const mostRows = 12;

/**
 * Returns the result as a table: a row for each tool, a column for each surface. Built-in tools that no policy names share rows,
 * and so do tools of a server with many tools, unless `isWhole`.
 */
export function tableOf({ surfaces }: Answer, isWhole = true): Table {
  const shown = Object.entries(surfaces) as [Surface, Placed<EffectiveSurface>][];
  const { builtins, servers } = rowsOf(shown, isWhole);
  const muted = (row: Row): Row => ({
    ...row,
    cells: row.cells.map((cell, i) => (shown[i]?.[1].tab.isOn === false ? { ...cell, tone: 'quiet' } : cell)),
  });
  return {
    heads: shown.map(([surface, { tab }]) => surfaceHead(surface, tab.isOn)),
    builtins: builtins.map(muted),
    servers: servers.map(muted),
  };
}

function rowsOf(
  shown: readonly [Surface, Placed<EffectiveSurface>][],
  isWhole: boolean,
): Pick<Table, 'builtins' | 'servers'> {
  const all = [...new Set(shown.flatMap(([, surface]) => surface.builtinTools.map(({ name }) => name)))];
  const builtins = all.map((name) =>
    toolRow(
      { names: [name], detail: '' },
      shown.map(([key, { builtinTools }]) => [key, builtinTools.find((tool) => tool.name === name)]),
    ),
  );
  const plain = builtins.filter(({ isDefault }) => isDefault);
  const sameCells = new Set(plain.map(({ cells }) => cells.map(({ word }) => word).join()));
  const folded = [...sameCells].flatMap((key): Row[] => {
    const group = plain.filter(({ cells }) => cells.map(({ word }) => word).join() === key);
    const [first] = group;
    return first ? [{ ...first, names: group.flatMap(({ names }) => names) }] : [];
  });
  const servers = shown.map(([surface, { servers: all }]) => {
    return [surface, new Map(all.map((server) => [keyOf(server), server]))] as const;
  });
  return {
    builtins: [...builtins.filter(({ isDefault }) => !isDefault), ...folded],
    servers: [...new Set(servers.flatMap(([, byKey]) => [...byKey.keys()]))].flatMap((key) =>
      serverRows(
        servers.map(([surface, byKey]) => [surface, byKey.get(key)]),
        isWhole,
      ),
    ),
  };
}

type Server = Placed<EffectiveServer>;
type Tool = Pick<Placed<EffectiveTool>, 'state' | 'rule' | 'origin'> & { readonly certainty: Certainty };
type PerSurface<T> = readonly (readonly [Surface, T | undefined])[];

const keyOf = ({ layer, plugin, name, origin }: Server): string => JSON.stringify([layer, plugin, name, origin]);

function serverRows(perSurface: PerSurface<Server>, isWhole: boolean): Row[] {
  const server = perSurface.find(([, each]) => each)?.[1];
  if (!server) return [];
  const { name, layer, plugin, transport } = server;
  const why = together(
    perSurface.map(([surface, each]) => [
      surface,
      each?.active === false ? oneLine(each.why ?? each.reason ?? '') : '',
    ]),
  );
  const tools = [...new Set(perSurface.flatMap(([, each]) => each?.tools.map((tool) => tool.name) ?? []))];
  const known = tools.filter((tool) => !isPattern(tool)).length;
  const head: Row = {
    names: [oneLine(name)],
    detail: `(${[
      plugin === null ? layers[layer].label.toLowerCase() : `plugin ${oneLine(plugin)}`,
      ...(transport === 'unknown' ? [] : [oneLine(transport)]),
      ...(known > 0 ? [count(known, 'tool')] : []),
    ].join(', ')})`,
    isServer: true,
    cells: perSurface.map(([, each]): Cell => (each ? serverCell(each) : cellOf('absent'))),
    decidedBy: why || place(server.origin),
    isDefault: false,
  };
  const rows = tools.map((tool) =>
    toolRow(
      { names: [tool], detail: isPattern(tool) ? `(${patternTerm.label})` : '' },
      perSurface.map(([surface, each]) => [surface, each?.tools.find((one) => one.name === tool)]),
    ),
  );
  const runs = perSurface.some(([, each]) => each && hasToolRows(each));
  const others = toolRow(
    { names: [], detail: unlistedTerm(tools.length > 0) },
    perSurface.map(([surface, each]) => [surface, each && hasToolRows(each) ? each.unlisted : undefined]),
  );
  const shown = isWhole || rows.length <= mostRows ? rows : folded(rows);
  return runs ? [head, ...shown, others] : [head];
}

/** The maximum number of names in a row that stands for several tools. */
const mostNames = 4;

/** Joins the rows of tools that have the same states for the same reason; a wildcard keeps its own row. */
function folded(rows: readonly Row[]): Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.detail, row.cells.map(({ word }) => word), row.decidedBy]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first?.detail !== '') return group;
    const names = group.flatMap((row) => row.names);
    const more = names.length - mostNames;
    return [{ ...first, names: names.slice(0, mostNames), detail: more > 0 ? `and ${count(more, 'other')}` : '' }];
  });
}

function serverCell(server: Server): Cell {
  const { label, tone } = serverTerm(server);
  return { word: label, tone };
}

function toolRow({ names, detail }: Pick<Row, 'names' | 'detail'>, perSurface: PerSurface<Tool>): Row {
  const rules = perSurface.flatMap(([, tool]) => (tool && tool.rule.kind !== 'surface' ? [tool.rule] : []));
  return {
    names: names.map(oneLine),
    detail,
    isServer: false,
    cells: perSurface.map(([, tool]) => cellOf(tool?.state ?? 'absent')),
    decidedBy: together(
      perSurface.map(([surface, tool]) => [surface, tool && tool.rule.kind !== 'surface' ? decision(tool) : '']),
    ),
    isDefault: rules.length > 0 && rules.every(({ kind }) => kind === 'default'),
  };
}

function decision({ rule, origin, certainty }: Tool): string {
  const { doubt } = certainties[certainty];
  return [oneLine(ruleLabel(rule).text), place(origin), doubt && rule.kind !== 'default' ? `(${doubt})` : '']
    .filter((part) => part)
    .join(' ');
}

const place = (origin: ContractOrigin | null): string =>
  origin ? `${oneLine(origin.file)}:${origin.range.start.line + 1}` : '';

/** Returns one text if all surfaces agree, otherwise each text with its surface. Empty texts do not count. */
function together(texts: readonly (readonly [Surface, string])[]): string {
  const said = texts.filter(([, text]) => text !== '');
  const different = [...new Set(said.map(([, text]) => text))];
  if (different.length < 2) return different[0] ?? '';
  return different
    .map(
      (text) =>
        `${said
          .filter(([, each]) => each === text)
          .map(([surface]) => surfaceNames[surface])
          .join(', ')}: ${text}`,
    )
    .join('; ');
}
