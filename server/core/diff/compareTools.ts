import { Lines } from '../base/text.ts';
import { settingsInForce } from '../effective/inForce.ts';
import type { EffectiveResult, Surface } from '../effective/model.ts';
import { changeKinds } from '../vocabulary/changes.ts';
import { createCauses } from './causes.ts';
import { createDefinitions } from './definitions.ts';
import { evaluateBoth } from './evaluate.ts';
import { type Item, type ItemContext, itemsOn } from './items.ts';
import { joinChanges } from './join.ts';
import {
  type Change,
  type ChangeKind,
  type Comparison,
  type Counts,
  risks,
  type SettingChange,
  type Side,
} from './model.ts';
import { withoutEffectWhereOff } from './offTabs.ts';
import { standingFreedom } from './order.ts';
import { pluginChanges } from './pluginChanges.ts';
import { createQuotes } from './quote.ts';
import { pluginCodeChanges } from './settings/pluginCode.ts';
import { withReach } from './settings/reachWords.ts';
import { serverFieldChanges } from './settings/serverFields.ts';
import { settingChanges } from './settings/settingChanges.ts';
import { countSettings } from './settings/settingWords.ts';
import { stillInactive } from './stillInactive.ts';

/**
 * Returns what changes in what Claude may do from one device to another, the most dangerous first. Pure. Both inputs should
 * have the same target; only surfaces that both have are compared.
 */
export function compareTools(before: Side, after: Side): Comparison {
  const results = evaluateBoth(before.input, after.input);
  const quotes = createQuotes(before, after);
  const causes = createCauses(results.before, results.after, quotes);
  const known = new Map(
    [...results.tools].map(([server, list]) => [server, new Map(list.map((tool) => [tool.name, tool]))]),
  );
  const definitions = createDefinitions(before.input, after.input);
  const make: ItemContext = {
    causes,
    definitions,
    tool: (server, name) => known.get(server)?.get(name),
    isListed: (server) => before.input.tools.has(server) || after.input.tools.has(server),
  };
  const surfaces = sharedSurfaces(results.before, results.after);
  const allItems = surfaces.flatMap((surface) => {
    const [was, is] = [results.before.surfaces[surface], results.after.surfaces[surface]];
    return was && is ? itemsOn(surface, was, is, make) : [];
  });
  const items = withoutEffectWhereOff(allItems, (surface) => results.after.surfaces[surface]?.tab.isOn === false);
  const changes = joinChanges(items, placeKeys(before, after));
  const plugins = pluginChanges(results.before, results.after, causes, changes, surfaces);
  const changed = settingChanges({
    before: settingsInForce(before.input),
    after: settingsInForce(after.input),
    quotes,
  });
  const own = [
    ...pluginCodeChanges(results.before, results.after, quotes),
    ...serverFieldChanges(results, definitions),
  ];
  const settings = withReach([...own, ...changed], results);
  return {
    before: results.before,
    after: results.after,
    source: sourceChange(results.before, results.after),
    changes: [...changes, ...plugins].sort(byDanger),
    settings,
    counts: countsOf(items, plugins, settings),
    inactive: stillInactive(results.before, results.after),
  };
}

const sourceChange = (before: EffectiveResult, after: EffectiveResult): Comparison['source'] =>
  before.source.kind === after.source.kind ? null : { before: before.source.kind, after: after.source.kind };

const sharedSurfaces = (before: EffectiveResult, after: EffectiveResult): Surface[] =>
  (Object.keys(after.surfaces) as Surface[]).filter((surface) => before.surfaces[surface]);

/** Returns a key by which changes are grouped: changes decided by the same line have the same reason for a reader. */
function placeKeys(before: Side, after: Side): (change: Change) => string {
  const lines = new Map<string, Lines>();
  const lineOf = (side: Side, at: { uri: string; range: { start: number } } | null): unknown => {
    if (!at) return null;
    const key = `${side === before} ${at.uri}`;
    const text = lines.get(key) ?? new Lines(side.text(at.uri) ?? '');
    lines.set(key, text);
    return [at.uri, text.positionAt(at.range.start).line];
  };
  return ({ cause }) => {
    const { rule, certainty, origin, side, line } = cause;
    return JSON.stringify([rule, certainty, lineOf(side === 'old' ? before : after, origin), line]);
  };
}

/** Compares by kind, then by risk, then by how much the tools may do after the change, then by name. */
function byDanger(a: Change, b: Change): number {
  return (
    changeKinds.indexOf(a.kind) - changeKinds.indexOf(b.kind) ||
    risks.indexOf(a.risk) - risks.indexOf(b.risk) ||
    standingFreedom(b.after) - standingFreedom(a.after) ||
    compareText(a.server ?? '', b.server ?? '') ||
    compareText(a.tools[0] ?? '', b.tools[0] ?? '')
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function countsOf(items: readonly Item[], plugins: readonly Change[], settings: readonly SettingChange[]): Counts {
  const subjects = (kind: Item['kind']) => items.filter((item) => item.kind === kind);
  const distinct = (of: readonly Item[], withTool: boolean) =>
    new Set(of.map(({ layer, plugin, server, tool }) => JSON.stringify([layer, plugin, server, withTool && tool])))
      .size;
  const changed = (kind: ChangeKind) =>
    distinct(subjects(kind), true) + plugins.filter((plugin) => plugin.kind === kind).length;
  const moved = new Set(items.flatMap((item) => (item.kind === 'same' ? [] : [nameOf(item)])));
  const kept = subjects('same').filter(
    (item) => item.tool !== null && standingFreedom(item.after) > 0 && !moved.has(nameOf(item)),
  );
  const servers = (kind: ChangeKind) =>
    distinct(
      subjects(kind).filter(({ of }) => of === 'server'),
      false,
    );
  return {
    looser: changed('looser'),
    'newly-active': changed('newly-active'),
    redirected: changed('redirected'),
    stricter: changed('stricter'),
    gone: changed('gone'),
    'no-effect': changed('no-effect'),
    started: servers('newly-active'),
    stopped: servers('gone'),
    unchanged: distinct(kept, true),
    ...countSettings(settings),
  };
}

const nameOf = ({ layer, plugin, server, tool }: Item): string => JSON.stringify([layer, plugin, server, tool]);
