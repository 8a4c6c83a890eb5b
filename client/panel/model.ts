import { isPattern, layers, surfaceHead, surfaces } from '../../server/core/vocabulary/names.ts';
import { hasToolRows, reasons } from '../../server/core/vocabulary/reasons.ts';
import { toolStates } from '../../server/core/vocabulary/states.ts';
import type {
  Effect,
  EffectiveAnswer,
  EffectiveServer,
  EffectiveTool,
  Group,
  Surface,
  ToolRow,
  ToolState,
} from './types.ts';

/** The page's view model, computed from the answer by pure functions. */
export interface Model {
  readonly groups: readonly Group[];
  readonly tools: readonly ToolRow[];
  readonly counts: readonly SurfaceCount[];
  readonly look: {
    readonly unasked: number;
    readonly differs: number;
    readonly inactive: number;
    readonly mistakes: number;
  };
  readonly looser: number;
}

export interface SurfaceCount {
  readonly surface: Surface;
  /** Whether the tab is off, so that nothing here has an effect. */
  readonly isOff: boolean;
  readonly name: string;
  /** Tools that exist: neither removed nor absent. */
  readonly total: number;
  readonly states: readonly { readonly state: ToolState; readonly count: number }[];
}

type Cells = Partial<Record<Surface, EffectiveTool>>;
type Hints = EffectiveAnswer['tools'][string][string];

function effectOf(hints: Hints | undefined): Effect | undefined {
  if (hints?.readOnly === true) return 'reads';
  if (hints?.destructive === true) return 'destroys';
  return hints?.readOnly === false ? 'changes' : undefined;
}

/** Code never applies an Allow but uses its own prompt; only other differences count. */
function differ(cowork: ToolState | undefined, code: ToolState | undefined): boolean {
  if (cowork === undefined || code === undefined) return false;
  return code !== (cowork === 'allow' || cowork === 'user' ? 'cc-prompt' : cowork);
}

function toolRow(group: string, name: string, cells: Cells, hints: Hints | undefined): ToolRow {
  const builtin = group === 'builtin';
  const effect = builtin ? undefined : effectOf(hints);
  const present = surfaces.flatMap((id) => cells[id] ?? []);
  const allowed = !builtin && present.some(({ state }) => state === 'allow');
  return {
    id: `${group}/${name}`,
    name,
    group,
    builtin,
    isPattern: !builtin && isPattern(name),
    effect,
    description: hints?.description,
    cells,
    differs: !builtin && differ(cells.cowork?.state, cells.code?.state),
    unasked: allowed && (effect === 'changes' || effect === 'destroys'),
    looser: allowed,
    isDefault: builtin && present.every(({ rule: { kind } }) => kind === 'default' || kind === 'surface'),
  };
}

/** Returns the heading of a surface's column. */
export const headOf = (answer: EffectiveAnswer, id: Surface): string =>
  surfaceHead(id, answer.result.surfaces[id]?.tab.isOn ?? true);

/** Combines the results of all surfaces for each item, in the order of first occurrence. */
function bySurface<T>(answer: EffectiveAnswer, list: (surface: Surface) => readonly T[], key: (item: T) => string) {
  const found = new Map<string, Partial<Record<Surface, T>>>();
  for (const id of surfaces) {
    if (!answer.result.surfaces[id]) continue;
    const seen = new Map<string, number>();
    for (const item of list(id)) {
      const turn = (seen.get(key(item)) ?? 0) + 1;
      seen.set(key(item), turn);
      const name = turn === 1 ? key(item) : `${key(item)}#${turn}`;
      found.set(name, { ...found.get(name), [id]: item });
    }
  }
  return found;
}

function builtinGroup(answer: EffectiveAnswer): Group {
  const tools = bySurface(
    answer,
    (id) => answer.result.surfaces[id]?.builtinTools ?? [],
    ({ name }) => name,
  );
  const rows = [...tools].map(([name, cells]) => toolRow('builtin', name, cells, undefined));
  return {
    id: 'builtin',
    name: 'Built-in tools',
    layer: 'builtin',
    detail: '',
    plugin: null,
    servers: {},
    active: true,
    origin: null,
    tools: [...rows.filter((row) => !row.isDefault), ...rows.filter((row) => row.isDefault)],
    unavailable: 0,
  };
}

const detailOf = ({ layer, plugin, address }: EffectiveServer): string =>
  [layers[layer].label, plugin ?? address].filter(Boolean).join(' · ');

function serverGroup(answer: EffectiveAnswer, id: string, servers: Group['servers']): Group | undefined {
  const known = surfaces.flatMap((surface) => servers[surface] ?? []);
  const first = known.find(hasToolRows) ?? known[0];
  if (!first) return undefined;
  const running = (surface: Surface) => {
    const server = servers[surface];
    return server && hasToolRows(server) ? server.tools : [];
  };
  const tools = bySurface(answer, running, ({ name }) => name);
  const hints = answer.tools[first.name] ?? {};
  return {
    id,
    name: first.name,
    layer: first.layer,
    detail: detailOf(first),
    plugin: first.plugin,
    servers,
    active: known.some(hasToolRows),
    origin: first.origin,
    tools: [...tools].map(([name, cells]) => toolRow(id, name, cells, hints[name])),
    unavailable: Math.max(first.tools.length, Object.keys(hints).length),
  };
}

const order = Object.keys(layers);

const isMistake = (server: EffectiveServer | undefined): boolean =>
  server?.reason ? reasons[server.reason].isMistake : false;

function countsOf(answer: EffectiveAnswer, tools: readonly ToolRow[]): SurfaceCount[] {
  return surfaces
    .filter((id) => answer.result.surfaces[id])
    .map((id) => {
      const count = (state: ToolState) =>
        tools.filter((tool) => !tool.isPattern && tool.cells[id]?.state === state).length;
      const counted = toolStates.filter((state) => state !== 'absent').map((state) => ({ state, count: count(state) }));
      const there = counted.filter(({ state }) => state !== 'removed');
      return {
        surface: id,
        name: headOf(answer, id),
        isOff: answer.result.surfaces[id]?.tab.isOn === false,
        total: there.reduce((sum, { count }) => sum + count, 0),
        states: counted.filter(({ count }) => count > 0),
      };
    });
}

/** Returns the id of a server's group. */
export const groupId = ({ layer, plugin, name }: Pick<EffectiveServer, 'layer' | 'plugin' | 'name'>): string =>
  `${layer}:${plugin ?? ''}:${name}`;

/** Returns groups, rows, counts and highlights; active servers first, then by layer. */
export function modelOf(answer: EffectiveAnswer): Model {
  const servers = bySurface(answer, (id) => answer.result.surfaces[id]?.servers ?? [], groupId);
  const found = [...servers].flatMap(([id, each]) => serverGroup(answer, id, each) ?? []);
  const groups = [builtinGroup(answer), ...found].sort(
    (a, b) => Number(b.active) - Number(a.active) || order.indexOf(a.layer) - order.indexOf(b.layer),
  );
  const tools = groups.flatMap((group) => group.tools);
  const inactive = groups.filter(({ active }) => !active);
  const mistaken = inactive.filter((group) => surfaces.some((id) => isMistake(group.servers[id])));
  return {
    groups,
    tools,
    counts: countsOf(answer, tools),
    look: {
      unasked: tools.filter((row) => row.unasked).length,
      differs: tools.filter((row) => row.differs).length,
      inactive: inactive.length,
      mistakes: mistaken.length,
    },
    looser: tools.filter((row) => row.looser).length,
  };
}
