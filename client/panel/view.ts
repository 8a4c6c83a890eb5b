import { ruleLabel } from '../../server/core/vocabulary/rules.ts';
import { toolStates } from '../../server/core/vocabulary/states.ts';
import type { Model } from './model.ts';
import type { Group, Layer, Surface, ToolRow, ToolState } from './types.ts';

/** The state of the view: filters, grouping, what is expanded. Survives reloads and edits. */
export interface View {
  readonly search: string;
  readonly state: { readonly state: ToolState; readonly surface?: Surface } | null;
  readonly layer: Layer | 'builtin' | null;
  readonly plugin: string | null;
  readonly only: 'differs' | 'looser' | 'unasked' | 'inactive' | null;
  readonly by: 'server' | 'state';
  /** Ids of collapsed groups, and of expanded tools and folds. */
  readonly closed: readonly string[];
  readonly open: readonly string[];
  readonly withoutPolicy: boolean;
}

export const firstView: View = {
  search: '',
  state: null,
  layer: null,
  plugin: null,
  only: null,
  by: 'server',
  closed: [],
  open: [],
  withoutPolicy: false,
};

/** The number of rows below a line: tools, and wildcards. */
export interface Shown {
  readonly tools: number;
  readonly patterns: number;
}

/** One line of the table. */
export type Line =
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly group: Group;
      readonly open: boolean;
      readonly shown: Shown;
    }
  | {
      readonly kind: 'state';
      readonly id: string;
      readonly state: ToolState;
      readonly open: boolean;
      readonly shown: Shown;
    }
  /** Why a server does not run. */
  | { readonly kind: 'off'; readonly id: string; readonly group: Group }
  | { readonly kind: 'fold'; readonly id: string; readonly tools: readonly ToolRow[]; readonly open: boolean }
  | {
      readonly kind: 'tool';
      readonly id: string;
      readonly tool: ToolRow;
      readonly group: Group;
      readonly open: boolean;
      readonly level: 2 | 3;
    }
  | {
      readonly kind: 'detail';
      readonly id: string;
      readonly tool: ToolRow;
      readonly group: Group;
      readonly level: 3 | 4;
    };

const has = (text: string | undefined, words: readonly string[]): boolean =>
  words.every((word) => text?.toLowerCase().includes(word) ?? false);

function fits(tool: ToolRow, group: Group, view: View): boolean {
  if (view.only && (view.only === 'inactive' || !tool[view.only])) return false;
  if (view.layer && group.layer !== view.layer) return false;
  if (view.plugin !== null && group.plugin !== view.plugin) return false;
  const cells = Object.entries(tool.cells);
  if (view.state) {
    const { state, surface } = view.state;
    if (!cells.some(([id, cell]) => cell.state === state && (surface === undefined || id === surface))) return false;
  }
  const words = view.search.toLowerCase().split(/\s+/).filter(Boolean);
  const text = [
    tool.name,
    group.name,
    group.detail,
    tool.description,
    ...cells.map(([, cell]) => ruleLabel(cell.rule).text),
  ].join(' ');
  return has(text, words);
}

function shownOf(rows: readonly ToolRow[]): Shown {
  const patterns = rows.filter(({ isPattern }) => isPattern).length;
  return { tools: rows.length - patterns, patterns };
}

const isFiltered = (view: View): boolean =>
  view.search.trim() !== '' || view.state !== null || view.only !== null || view.layer !== null || view.plugin !== null;

function toolLines(tools: readonly ToolRow[], groupOf: (tool: ToolRow) => Group, view: View, level: 2 | 3): Line[] {
  return tools.flatMap((tool): Line[] => {
    const open = view.open.includes(tool.id);
    const group = groupOf(tool);
    const line: Line = { kind: 'tool', id: tool.id, tool, group, open, level };
    return open ? [line, { kind: 'detail', id: `${tool.id}?`, tool, group, level: level === 2 ? 3 : 4 }] : [line];
  });
}

function groupLines(group: Group, view: View): Line[] {
  const filtered = isFiltered(view);
  const tools = filtered ? group.tools.filter((tool) => fits(tool, group, view)) : group.tools;
  const open = group.active ? !view.closed.includes(group.id) : view.open.includes(group.id);
  const line: Line = { kind: 'group', id: group.id, group, open, shown: shownOf(tools) };
  if (!group.active) {
    if (!offFits(group, view)) return [];
    return open ? [line, { kind: 'off', id: `${group.id}?`, group }] : [line];
  }
  if (tools.length === 0 && filtered) return [];
  if (!open) return [line];
  const folded = filtered ? [] : tools.filter((tool) => tool.isDefault);
  const plain = tools.filter((tool) => !folded.includes(tool));
  const same = () => group;
  if (folded.length < 3) return [line, ...toolLines(tools, same, view, 2)];
  const id = `${group.id}/*`;
  const unfolded = view.open.includes(id);
  const fold: Line = { kind: 'fold', id, tools: folded, open: unfolded };
  return [line, ...toolLines(plain, same, view, 2), fold, ...(unfolded ? toolLines(folded, same, view, 3) : [])];
}

/** Whether an inactive server is shown: it has no tools to which a filter could apply. */
function offFits(group: Group, view: View): boolean {
  if (view.only !== null && view.only !== 'inactive') return false;
  if (view.plugin !== null && view.plugin !== group.plugin) return false;
  if (view.state !== null || (view.layer !== null && view.layer !== group.layer)) return false;
  return has([group.name, group.detail].join(' '), view.search.toLowerCase().split(/\s+/).filter(Boolean));
}

function stateLines(model: Model, view: View): Line[] {
  const groups = new Map(model.groups.map((group) => [group.id, group]));
  const groupOf = (tool: ToolRow) => groups.get(tool.group) as Group;
  const tools = model.tools.filter((tool) => fits(tool, groupOf(tool), view));
  const lead = (tool: ToolRow) => (tool.cells.cowork ?? tool.cells.code ?? tool.cells.chat)?.state;
  const lines = toolStates.flatMap((state): Line[] => {
    const inState = tools.filter((tool) => lead(tool) === state);
    if (inState.length === 0) return [];
    const id = `state:${state}`;
    const open = !view.closed.includes(id);
    const line: Line = { kind: 'state', id, state, open, shown: shownOf(inState) };
    return open ? [line, ...toolLines(inState, groupOf, view, 2)] : [line];
  });
  return [...lines, ...model.groups.filter(({ active }) => !active).flatMap((group) => groupLines(group, view))];
}

/** Returns the lines of the table, from top to bottom. */
export const linesOf = (model: Model, view: View): readonly Line[] =>
  view.by === 'state' ? stateLines(model, view) : model.groups.flatMap((group) => groupLines(group, view));

/** Returns the number of tools and servers in the lines, for the live region. */
export const toolsIn = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => sum + (line.kind === 'group' || line.kind === 'state' ? line.shown.tools : 0), 0);
