import { derived } from '../base/derived.ts';
import { countBefore } from '../base/sorted.ts';
import { contains, type TextRange } from '../base/text.ts';
import { count } from '../base/words.ts';
import {
  type EffectiveResult,
  type EffectiveServer,
  type EffectiveTool,
  type Surface,
  surfaces,
  type ToolState,
} from '../effective/model.ts';
import { surfaceList } from '../effective/surfaceList.ts';
import type { Fact } from '../fact.ts';
import type { Document } from '../model.ts';
import { certainties } from '../vocabulary/certainties.ts';
import { isPattern, unlistedTerm } from '../vocabulary/names.ts';
import { serverTerm } from '../vocabulary/reasons.ts';
import { states, toolStates } from '../vocabulary/states.ts';
import type { CodeLens } from './lens.ts';

/** One server on each evaluated surface. */
export type OnSurfaces = readonly { readonly surface: Surface; readonly server: EffectiveServer }[];

/** Yields the state of each server that `document` defines, and of each plugin server whose tools it locks. */
export function* serverLenses(
  { uri }: Document,
  facts: readonly Fact[],
  effective: () => EffectiveResult,
): Generator<CodeLens> {
  for (const fact of facts) {
    if (fact.type !== 'server' && fact.type !== 'org-plugin-settings') continue;
    const isLock = fact.type === 'org-plugin-settings';
    const found = isLock ? lockedBy(fact, effective()) : definedBy(uri, fact, effective());
    const [first] = found;
    if (!first) continue;
    const { name, layer, plugin } = first.server;
    const title = isLock && plugin !== null ? `Plugin ${plugin} · ${summary(found)}` : summary(found);
    yield { range: fact.range, title, leads: { to: 'server', server: { name, layer, plugin } } };
  }
}

/** Returns the server that a fact of type `server` in the file `uri` defines. */
export function definedBy(uri: string, { name, data, range }: Fact<'server'>, result: EffectiveResult): OnSurfaces {
  const { all, entries } = serversOf(result).byPlace.get(placeKey(uri, data.layer, name)) ?? none;
  // If two entries have one name, each has its own state.
  const next = countBefore(entries.length, (i) => (entries[i]?.range.start ?? range.start) <= range.start);
  const exact = entries[next - 1];
  return exact && contains(exact.range, range) ? exact.found : all;
}

/** Returns the plugin server of that name; if there are several, one that runs. */
const lockedBy = ({ name }: Fact, result: EffectiveResult): OnSurfaces => serversOf(result).locked.get(name) ?? [];

/** An entry of a file that defines a server, and the server on each surface. */
interface Entry {
  readonly range: TextRange;
  readonly found: OnSurfaces;
}

const none: { readonly all: OnSurfaces; readonly entries: readonly Entry[] } = { all: [], entries: [] };

const placeKey = (uri: string, layer: string, name: string): string => `${uri}\0${layer}\0${name}`;

/** Indexes the servers of a result: by file, layer and name of their entries; servers of plugins also by name. */
const serversOf = derived((result: EffectiveResult) => {
  const all = surfaces.flatMap((surface) =>
    (result.surfaces[surface]?.servers ?? []).map((server) => ({ surface, server })),
  );
  const defined = groupBy(all, ({ server: { name, layer, origin } }) => origin && placeKey(origin.uri, layer, name));
  const ofPlugins = groupBy(all, ({ server: { name, layer } }) => (layer === 'plugin' ? name : undefined));
  return {
    byPlace: new Map([...defined].map(([key, found]) => [key, { all: found, entries: entriesOf(found) }])),
    locked: new Map([...ofPlugins].map(([name, found]) => [name, meantOf(found)])),
  };
});

/** Returns the entries of one name, in file order. */
function entriesOf(found: OnSurfaces): readonly Entry[] {
  const entries = groupBy(found, ({ server: { origin } }) => origin?.range.start);
  return [...entries.values()]
    .flatMap((each): Entry[] => {
      const range = each[0]?.server.origin?.range;
      return range ? [{ range, found: each }] : [];
    })
    .sort((a, b) => a.range.start - b.range.start);
}

/** If several plugins have a server of this name, returns that of the first plugin whose server runs. */
function meantOf(found: OnSurfaces): OnSurfaces {
  const meant = found.find(({ server }) => server.active) ?? found[0];
  return found.filter(({ server }) => server.plugin === meant?.server.plugin);
}

/** Groups items by key, keeping their order; items without a key are left out. */
function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K | null | undefined): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null || key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Returns the state of a server in one line: in Cowork, and on other surfaces if it differs there. */
function summary(found: OnSurfaces): string {
  const running = found.filter(({ server }) => server.active);
  const [first] = running;
  const idle = found.filter(({ server }) => !server.active);
  const off = idle[0]?.server;
  if (!first) return off ? [serverTerm(off).label, off.why].filter(Boolean).join(': ') : '';
  const doubt = certainties[first.server.certainty].doubt;
  const elsewhere = idle.length > 0 && `not in ${surfaceList(idle.map(({ surface }) => surface))}`;
  return [toolSummary(first.server), elsewhere, doubt].filter(Boolean).join(' · ');
}

function toolSummary(server: EffectiveServer): string {
  const { tools, unlisted } = server;
  const rest = `${tools.length > 0 ? unlistedTerm(true) : 'every tool'}: ${states[unlisted.state].label}`;
  const known = tools.filter(({ name }) => !isPattern(name));
  if (known.length === 0) return `${serverTerm(server).label} · ${[...patternWords(tools), rest].join(' · ')}`;
  const counts = countStates(known);
  const [only] = counts;
  const words = counts.map(([state, number]) => `${number} ${states[state].label}`).join(', ');
  return `${count(known.length, 'known tool')}: ${counts.length === 1 && only ? states[only[0]].label : words}`;
}

/** Returns each wildcard with its state; if there are many, their number. */
const patternWords = (patterns: readonly EffectiveTool[]): string[] =>
  patterns.length > mostPatterns
    ? [`${patterns.length} patterns`]
    : patterns.map(({ name, state }) => `${name}: ${states[state].label}`);
const mostPatterns = 3;

function countStates(tools: readonly EffectiveTool[]): (readonly [ToolState, number])[] {
  return toolStates
    .map((state) => [state, tools.filter((tool) => tool.state === state).length] as const)
    .filter(([, number]) => number > 0);
}
