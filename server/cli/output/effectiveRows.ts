import type {
  EffectiveResult,
  EffectiveServer,
  EffectiveSurface,
  EffectiveTool,
  Surface,
  ToolState,
} from '../../core/effective/model.ts';
import { stateName, surfaceName } from '../../core/effective/sentences.ts';
import type { Contract, ContractOrigin } from '../../core/effective/toContract.ts';
import { oneLine } from '../terminal.ts';

export type Answer = Contract<EffectiveResult>;

/** A word in a cell, and the state that colours it. */
export interface Cell {
  readonly state: ToolState | 'active' | 'inactive';
  readonly word: string;
}

export interface Row {
  readonly name: string;
  /** A server, whose tools follow. */
  readonly isServer: boolean;
  /** One per surface. */
  readonly cells: readonly Cell[];
  readonly decidedBy: string;
}

export interface Table {
  readonly surfaces: readonly Surface[];
  readonly builtins: readonly Row[];
  readonly servers: readonly Row[];
}

const word = (state: ToolState): string => (state === 'absent' ? '–' : stateName(state));

/** The answer as one table: a row for each tool, a column for each surface. Built-in tools that no policy names share a row. */
export function tableOf({ surfaces }: Answer): Table {
  const shown = Object.entries(surfaces) as [Surface, Contract<EffectiveSurface>][];
  const names = [...new Set(shown.flatMap(([, surface]) => surface.builtinTools.map(({ name }) => name)))];
  const builtins = names.map((name) =>
    toolRow(
      name,
      shown.map(([key, { builtinTools }]) => [key, builtinTools.find((tool) => tool.name === name)]),
    ),
  );
  const plain = builtins.filter(({ decidedBy }) => decidedBy === 'default');
  const sameCells = new Set(plain.map(({ cells }) => cells.map(({ word }) => word).join()));
  const folded = [...sameCells].flatMap((key): Row[] => {
    const group = plain.filter(({ cells }) => cells.map(({ word }) => word).join() === key);
    const [first] = group;
    return first ? [{ ...first, name: group.map(({ name }) => name).join(', ') }] : [];
  });
  const servers = shown.map(([surface, { servers: all }]) => {
    return [surface, new Map(all.map((server) => [keyOf(server), server]))] as const;
  });
  return {
    surfaces: shown.map(([key]) => key),
    builtins: [...builtins.filter(({ decidedBy }) => decidedBy !== 'default'), ...folded],
    servers: [...new Set(servers.flatMap(([, byKey]) => [...byKey.keys()]))].flatMap((key) =>
      serverRows(servers.map(([surface, byKey]) => [surface, byKey.get(key)])),
    ),
  };
}

type Server = Contract<EffectiveServer>;
type Tool = Pick<Contract<EffectiveTool>, 'state' | 'rule' | 'origin'> & { readonly certainty?: string };
type PerSurface<T> = readonly (readonly [Surface, T | undefined])[];

const keyOf = ({ layer, plugin, name, origin }: Server): string => JSON.stringify([layer, plugin, name, origin]);

function serverRows(perSurface: PerSurface<Server>): Row[] {
  const server = perSurface.find(([, each]) => each)?.[1];
  if (!server) return [];
  const { name, layer, plugin, transport } = server;
  const why = together(
    perSurface.map(([surface, each]) => [
      surface,
      each?.active === false ? oneLine(each.why ?? each.reason ?? '') : '',
    ]),
  );
  const head: Row = {
    name: `${oneLine(name)} (${plugin === null ? layer : `plugin ${oneLine(plugin)}`}, ${oneLine(transport)})`,
    isServer: true,
    cells: perSurface.map(([, each]): Cell => (each ? serverCell(each) : { state: 'absent', word: word('absent') })),
    decidedBy: why || place(server.origin),
  };
  const tools = [...new Set(perSurface.flatMap(([, each]) => each?.tools.map((tool) => tool.name) ?? []))];
  const rows = tools.map((tool) =>
    toolRow(
      tool,
      perSurface.map(([surface, each]) => [surface, each?.tools.find((one) => one.name === tool)]),
    ),
  );
  const runs = perSurface.some(([, each]) => each?.active);
  const others = toolRow(
    tools.length > 0 ? 'other tools' : 'all tools',
    perSurface.map(([surface, each]) => [surface, each?.active ? each.unlisted : undefined]),
  );
  return runs ? [head, ...rows, others] : [head];
}

function serverCell({ active, needsSignIn, reason }: Server): Cell {
  if (active) return { state: 'active', word: needsSignIn ? 'Sign-in' : 'Active' };
  const word = reason?.startsWith('shadowed')
    ? 'Shadowed'
    : reason === 'plugin-not-installed'
      ? 'Not installed'
      : reason === 'invalid-entry' || reason === 'unreadable-key' || reason === 'unsupported-entry'
        ? 'Dropped'
        : 'Off';
  return { state: 'inactive', word };
}

function toolRow(name: string, perSurface: PerSurface<Tool>): Row {
  return {
    name: oneLine(name),
    isServer: false,
    cells: perSurface.map(([, tool]) => ({ state: tool?.state ?? 'absent', word: word(tool?.state ?? 'absent') })),
    decidedBy: together(
      perSurface.map(([surface, tool]) => [surface, tool && tool.rule !== 'surface' ? decision(tool) : '']),
    ),
  };
}

/** What certainty people should know of; what is documented needs no word. */
const doubts: Readonly<Record<string, string>> = {
  reading: 'our reading',
  'third-party': 'third-party',
  unknown: 'unknown',
};

function decision({ rule, origin, certainty = '' }: Tool): string {
  const doubt = doubts[certainty];
  return [oneLine(rule), place(origin), doubt && rule !== 'default' ? `(${doubt})` : '']
    .filter((part) => part)
    .join(' ');
}

const place = (origin: ContractOrigin | null): string =>
  origin ? `${oneLine(origin.file)}:${origin.range.start.line + 1}` : '';

/** One text where all surfaces agree, else each with its surface. Empty texts do not count. */
function together(texts: readonly (readonly [Surface, string])[]): string {
  const said = texts.filter(([, text]) => text !== '');
  const different = [...new Set(said.map(([, text]) => text))];
  if (different.length < 2) return different[0] ?? '';
  return different
    .map(
      (text) =>
        `${said
          .filter(([, each]) => each === text)
          .map(([surface]) => surfaceName(surface))
          .join(', ')}: ${text}`,
    )
    .join('; ');
}
