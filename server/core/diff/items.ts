import type { KnownTool } from '../effective/input.ts';
import type { EffectiveServer, EffectiveSurface, EffectiveTool, Layer, Surface } from '../effective/model.ts';
import { builtinTools } from '../policy/builtinTools.ts';
import { isDecided, reasons } from '../vocabulary/reasons.ts';
import type { Causes } from './causes.ts';
import type { Definitions } from './definitions.ts';
import type { Cause, Change, ChangeKind, Risk, Standing, Verdict } from './model.ts';
import { freedomOf, riskOf } from './order.ts';

/** One tool (or the unlisted tools, or a server) on one surface. */
export interface Item {
  readonly kind: ChangeKind | 'same';
  readonly of: Change['of'];
  readonly server: string | null;
  readonly layer: Layer | null;
  readonly plugin: string | null;
  /** Null for the unlisted tools, and for the server itself. */
  readonly tool: string | null;
  readonly unlisted: Change['unlisted'];
  readonly risk: Risk;
  readonly surface: Surface;
  /** Whether this is so on this surface is unknown. */
  readonly isDoubtful: boolean;
  readonly before: Standing;
  readonly after: Standing;
  readonly cause: Cause;
  readonly decides: Change['decides'][number] | null;
  readonly differences: Change['differences'];
  readonly mistake: string | null;
}

/** What the items of a comparison are created from. */
export interface ItemContext {
  readonly causes: Causes;
  readonly definitions: Definitions;
  /** Returns what is known about a server's tool. */
  readonly tool: (server: string, name: string) => KnownTool | undefined;
  /** Whether the tools of a server were listed, so that unlisted ones hardly matter. */
  readonly isListed: (server: string) => boolean;
}

/** Returns everything that exists on one surface of either side, changed or not. */
export function itemsOn(
  surface: Surface,
  before: EffectiveSurface,
  after: EffectiveSurface,
  make: ItemContext,
): Item[] {
  return [
    ...builtinItems(surface, before, after, make),
    ...pairServers(before, after).flatMap((pair) => serverItems(surface, pair, make)),
  ];
}

const changes = new Set(builtinTools.flatMap(({ name, changes: does }) => (does ? [name] : [])));

function builtinItems(
  surface: Surface,
  before: EffectiveSurface,
  after: EffectiveSurface,
  { causes }: ItemContext,
): Item[] {
  const toolsBefore = new Map(before.builtinTools.map((tool) => [tool.name, tool]));
  return after.builtinTools.flatMap((is): Item[] => {
    const was = toolsBefore.get(is.name);
    if (!was) return [];
    const risk = changes.has(is.name) ? 'changes-data' : 'other';
    const base = { of: 'builtin', server: null, layer: null, plugin: null, tool: is.name, unlisted: null } as const;
    const sides = toolSides(was, is, causes);
    // Absent because of the provider or the surface, not because a policy removed it.
    const appearedOrDisappeared = [was, is].some(({ rule: { kind } }) => kind === 'provider' || kind === 'surface');
    const kind = appearedOrDisappeared ? appearedOrDisappearedAs[sides.kind] : sides.kind;
    const item: Item = { ...base, ...sides, kind, risk, surface, isDoubtful: false };
    return kind === 'same' ? [item, ...callItems(item, was, is, causes)] : [item];
  });
}

/** Rules for some calls of a built-in tool that otherwise does not change: where the tool runs without a prompt, those calls ask. */
function callItems(item: Item, before: EffectiveTool, after: EffectiveTool, causes: Causes): Item[] {
  const [was, is] = [before, after].map(callsOf);
  const names = new Set([...(is?.keys() ?? []), ...(was?.keys() ?? [])]);
  return [...names].flatMap((tool): Item[] => {
    const [a, b] = [was?.get(tool) ?? before, is?.get(tool) ?? after];
    const sides = toolSides(a, b, causes);
    return sides.kind === 'same' ? [] : [{ ...item, ...sides, tool }];
  });
}

function callsOf({ state, steps }: EffectiveTool): Map<string, Verdict> {
  const calls = state === 'allow' ? steps.filter(({ outcome }) => outcome === 'some-calls') : [];
  return new Map(
    calls.map(({ text, certainty, origin }) => [
      text.slice(0, text.lastIndexOf(':')),
      { state: 'ask', rule: { kind: 'builtinToolPolicy' }, certainty, origin },
    ]),
  );
}

const appearedOrDisappearedAs = { looser: 'newly-active', stricter: 'gone', same: 'same' } as const;

const kindOf = (before: Verdict, after: Verdict): 'looser' | 'stricter' | 'same' => {
  const difference = freedomOf(after.state) - freedomOf(before.state);
  return difference > 0 ? 'looser' : difference < 0 ? 'stricter' : 'same';
};

const toolSides = (before: Verdict, after: Verdict, causes: Causes) => ({
  kind: kindOf(before, after),
  before: { is: before.state },
  after: { is: after.state },
  cause: causes.ofTool(before, after, kindOf(before, after) !== 'same'),
  decides: null,
  differences: [],
  mistake: null,
});

interface Pair {
  readonly before: EffectiveServer | undefined;
  readonly after: EffectiveServer | undefined;
}

/** Pairs servers of both sides by layer, plugin and name; if several match, the one that runs counts. */
function pairServers(before: EffectiveSurface, after: EffectiveSurface): Pair[] {
  const [was, is] = [byKey(before), byKey(after)];
  return [...new Set([...is.keys(), ...was.keys()])].map((key) => ({
    before: was.get(key),
    after: is.get(key),
  }));
}

function byKey({ servers }: EffectiveSurface): Map<string, EffectiveServer> {
  const found = new Map<string, EffectiveServer>();
  for (const server of servers) {
    const key = JSON.stringify([server.layer, server.plugin, server.name]);
    const known = found.get(key);
    if (!known || (!known.active && server.active)) found.set(key, server);
  }
  return found;
}

function serverItems(surface: Surface, { before, after }: Pair, make: ItemContext): Item[] {
  const is = after ?? before;
  if (!is) return [];
  const running = after?.active ? after : before?.active ? before : undefined;
  const isRuled = before !== undefined && after !== undefined && isDecided(before) && isDecided(after);
  if (!running && !isRuled) return [];
  const base = (tool: string | null) => ({
    of: 'server' as const,
    server: is.name,
    layer: is.layer,
    plugin: is.plugin,
    tool,
    unlisted: null,
    risk: tool === null ? ('other' as const) : riskOf(make.tool(is.name, tool)),
    surface,
    // Whether Chat uses the servers of plugins is unknown.
    isDoubtful: surface === 'chat' && (running ? running.certainty === 'unknown' : is.layer === 'plugin'),
  });
  if (!running) return isRuled ? toolItems(before, after, base, make) : [];
  if (before?.active && after?.active) {
    return [...toolItems(before, after, base, make), ...redirected(before, after, base(null), make)];
  }
  return appearOrDisappear(running, running === after ? before : after, running === after, base, make);
}

type Base = (
  tool: string | null,
) => Omit<Item, 'kind' | 'before' | 'after' | 'cause' | 'decides' | 'differences' | 'mistake'>;

function toolItems(before: EffectiveServer, after: EffectiveServer, base: Base, { causes }: ItemContext): Item[] {
  const [was, is] = [before, after].map(({ tools }) => new Map(tools.map((tool) => [tool.name, tool] as const)));
  const names = new Set([...(is?.keys() ?? []), ...(was?.keys() ?? [])]);
  const items = [...names].map((name): Item => {
    const [a, b] = [was?.get(name) ?? before.unlisted, is?.get(name) ?? after.unlisted];
    return { ...base(name), ...toolSides(a, b, causes) };
  });
  const [a, b] = [before.unlisted, after.unlisted];
  const unlisted = names.size > 0 ? 'others' : 'all';
  return [...items, { ...base(null), ...toolSides(a, b, causes), unlisted }];
}

function redirected(
  before: EffectiveServer,
  after: EffectiveServer,
  base: ReturnType<Base>,
  { definitions, causes }: ItemContext,
): Item[] {
  const other = definitions.redirection(before, after);
  if (!other) return [];
  const { differences } = other;
  const sides = { before: standingOf(before), after: standingOf(after), decides: null, differences, mistake: null };
  return [{ ...base, ...sides, kind: 'redirected', cause: causes.ofRedirection(before, after, other) }];
}

/** Returns the tools of a server that was added or removed. Tools that are blocked do not count, unless there are no others. */
function appearOrDisappear(
  running: EffectiveServer,
  other: EffectiveServer | undefined,
  appears: boolean,
  base: Base,
  { causes, isListed }: ItemContext,
): Item[] {
  const elsewhere = standingOf(other);
  const cause = causes.ofServer(running, other, appears);
  const isMistake = elsewhere.is === 'inactive' && reasons[elsewhere.reason].isMistake && !appears;
  const make = (tool: string | null, verdict: Verdict): Item => {
    const state = { is: verdict.state };
    return {
      ...base(tool),
      unlisted: tool !== null ? null : running.tools.length > 0 ? 'others' : 'all',
      kind: appears ? 'newly-active' : 'gone',
      before: appears ? elsewhere : state,
      after: appears ? state : elsewhere,
      cause,
      decides: verdict.origin && appears ? { rule: verdict.rule, origin: verdict.origin } : null,
      differences: [],
      mistake: isMistake && elsewhere.is === 'inactive' ? elsewhere.why : null,
    };
  };
  const tools = running.tools.filter(({ state }) => freedomOf(state) > 0).map((tool) => make(tool.name, tool));
  const isOpen = freedomOf(running.unlisted.state) > 0 && !isListed(running.name);
  return isOpen || tools.length === 0 ? [...tools, make(null, running.unlisted)] : tools;
}

function standingOf(server: EffectiveServer | undefined): Standing {
  if (!server) return { is: 'missing' };
  const { active, reason, why, address } = server;
  return active || !reason ? { is: 'active', address } : { is: 'inactive', reason, why: why ?? '' };
}
