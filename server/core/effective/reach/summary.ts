import { count } from '../../base/words.ts';
import { builtinTools } from '../../policy/builtinTools.ts';
import { isPattern } from '../../vocabulary/names.ts';
import { type ReachId, reachGroups, reachLabels } from '../../vocabulary/reach.ts';
import { reasons } from '../../vocabulary/reasons.ts';
import type { EffectiveInput } from '../input.ts';
import type { EffectiveResult, EffectiveServer, EffectiveSurface, ReachLine, SummaryPart } from '../model.ts';
import { someOf } from './words.ts';

type Evaluated = Pick<EffectiveResult, 'surfaces' | 'plugins' | 'reach' | 'notes'>;
type Known = EffectiveInput['tools'];
type Item = SummaryPart['items'][number];

const itemOf = ({ message, origin }: Item): Item => ({ message, origin });
const plain = (message: string): Item => ({ message, origin: null });

/** Returns what an administrator asks first; a part without anything to say is left out. */
export function summaryOf(result: Evaluated, { tools }: EffectiveInput): readonly SummaryPart[] {
  const lines = result.reach.flatMap((group) => group.lines);
  const open = Object.values(result.surfaces).filter(({ tab }) => tab.isOn);
  const parts: readonly SummaryPart[] = [
    { id: 'lost', items: lost(result) },
    { id: 'unasked', items: unasked(open) },
    { id: 'destroys', items: destroys(open, tools) },
    { id: 'network', items: network(lines) },
    { id: 'additions', items: openAmong(lines, additions) },
    { id: 'approvals', items: openAmong(lines, approvals) },
    {
      id: 'unknown',
      items: [...unsaid(result), ...withoutTools(open, tools), ...elsewhere(lines), ...seeBelow(lines)],
    },
  ];
  return parts.filter(({ items }) => items.length > 0);
}

const nameOf = ({ layer, plugin, name }: EffectiveServer): string => JSON.stringify([layer, plugin, name]);

/** Notes about lost settings, and servers and plugins that do not run because of a mistake. */
function lost({ surfaces, plugins, notes }: Evaluated): Item[] {
  const found = new Map<string, Item>();
  for (const { servers } of Object.values(surfaces)) {
    for (const server of servers) {
      const { active, reason, name, why, cause, origin } = server;
      // The plugin that does not load says it once.
      if (active || !reason || !reasons[reason].isMistake || reason === 'no-manifest') continue;
      const message = `Server ${name} does not run: ${why ?? reasons[reason].label}.`;
      found.set(nameOf(server), { message, origin: cause ?? origin });
    }
  }
  for (const { directory, active, reason, why, origin } of plugins) {
    if (active || !reason || !reasons[reason].isMistake) continue;
    found.set(directory, { message: `Plugin ${directory} does not load: ${why ?? reasons[reason].label}.`, origin });
  }
  return [...notes.filter(({ weight }) => weight === 'lost').map(itemOf), ...found.values()];
}

/** Built-in tools that matter if nobody is asked: they change something or reach out. */
const notable: ReadonlySet<string> = new Set([
  ...builtinTools.filter(({ changes }) => changes).map(({ name }) => name),
  'WebFetch',
]);

function unasked(open: readonly EffectiveSurface[]): Item[] {
  const builtin = new Set<string>();
  const servers = new Map<string, Set<string>>();
  const everything = new Set<string>();
  for (const surface of open) {
    for (const { name, state } of surface.builtinTools) if (state === 'allow') builtin.add(name);
    for (const { name, active, tools, unlisted } of surface.servers) {
      if (!active) continue;
      for (const tool of tools) {
        if (tool.state !== 'allow') continue;
        const allowed = servers.get(name) ?? new Set();
        servers.set(name, allowed.add(tool.name));
      }
      if (unlisted.state === 'allow') everything.add(name);
    }
  }
  return [
    ...[...servers].map(([name, tools]) => plain(serverWords(name, [...tools]))),
    ...(everything.size > 0
      ? [plain(`Every tool of ${someOf([...everything])} that no other rule names, known or not.`)]
      : []),
    ...(builtin.size > 0 ? [plain(builtinWords([...builtin]))] : []),
  ];
}

/** A wildcard is not a tool, and stands for more than its known tools. */
function serverWords(server: string, names: readonly string[]): string {
  const known = names.filter((name) => !isPattern(name));
  const patterns = names.filter(isPattern);
  const parts = [
    ...(known.length > 0 ? [`${count(known.length, 'tool')} of ${server} (${someOf(known)})`] : []),
    ...(patterns.length > 0 ? [`every tool of ${server} that matches ${someOf(patterns)}`] : []),
  ];
  return `${parts.join(', and ')}.`.replace(/^every/, 'Every');
}

function builtinWords(names: readonly string[]): string {
  const shown = names.filter((name) => notable.has(name));
  const others = count(names.length - shown.length, shown.length > 0 ? 'other' : 'tool');
  if (shown.length === 0) return `Built-in: ${others}, none of which changes anything.`;
  return `Built-in: ${[...shown, ...(names.length > shown.length ? [others] : [])].join(', ')}.`;
}

function destroys(open: readonly EffectiveSurface[], known: Known): Item[] {
  const found = new Map<string, Item>();
  const unlisted = new Set<string>();
  for (const { servers } of open) {
    for (const { name: server, active, tools, unlisted: rest } of servers) {
      if (!active) continue;
      const list = known.get(server) ?? [];
      if (rest.state === 'allow' && list.length === 0) unlisted.add(server);
      const destructive = new Set(list.flatMap(({ name, destructive: is }) => (is ? [name] : [])));
      if (destructive.size === 0) continue;
      for (const { name, state, origin } of tools)
        if (state === 'allow' && destructive.has(name))
          found.set(JSON.stringify([server, name]), { message: `${name} of ${server}.`, origin });
    }
  }
  const perhaps = `Perhaps tools of ${someOf([...unlisted])}: all are allowed, and which there are is not known.`;
  return [...found.values(), ...(unlisted.size > 0 ? [plain(perhaps)] : [])];
}

const beyondHosts: ReadonlySet<ReachId> = new Set<ReachId>(['web-search', 'browser', 'code-sandbox']);
const additions: ReadonlySet<ReachId> = new Set<ReachId>([
  'user-marketplaces',
  'uploads',
  'skills',
  'local-servers',
  'code-servers',
  'code-marketplaces',
  'code-plugins',
  'ssh',
]);
const approvals: ReadonlySet<ReachId> = new Set<ReachId>(['mods', 'hooks', 'auto-mode', 'code-mode', 'code-rules']);

/** The list of hosts is named whatever it says: without one, tools reach nothing. */
const network = (lines: readonly ReachLine[]): Item[] =>
  lines.filter(({ id, level }) => id === 'hosts' || (beyondHosts.has(id) && level === 'open')).map(itemOf);

const openAmong = (lines: readonly ReachLine[], ids: ReadonlySet<ReachId>): Item[] =>
  lines.filter(({ id, level }) => ids.has(id) && level === 'open').map(itemOf);

/** What is not known from the given files. */
const unsaid = ({ reach }: Evaluated): Item[] =>
  reach.filter(({ id }) => id === 'unsaid').flatMap(({ lines }) => lines.map(itemOf));

/** Servers whose tools are not known: what they may do is known only as far as rules name them. */
function withoutTools(open: readonly EffectiveSurface[], known: Known): Item[] {
  const servers = open.flatMap((surface) => surface.servers.filter(({ active }) => active));
  const names = [...new Set(servers.map(({ name }) => name))].filter((name) => !known.get(name)?.length);
  return names.length === 0 ? [] : [plain(`The tools of ${someOf(names)} are not known.`)];
}

/** The plugins of marketplaces are in other places. */
function elsewhere(lines: readonly ReachLine[]): Item[] {
  const used = lines.filter(({ id, level }) => id === 'marketplace' && level !== 'closed');
  const [only] = used;
  if (!only) return [];
  const whose = used.length === 1 ? 'a marketplace' : count(used.length, 'marketplace');
  return [{ message: `What the plugins of ${whose} of the policy bring is not evaluated.`, origin: only.origin }];
}

/** The other lines that are not known, by their labels. */
function seeBelow(lines: readonly ReachLine[]): Item[] {
  const names = lines.filter(({ id, level }) => level === 'unknown' && !isUnsaid(id)).map(({ id }) => reachLabels[id]);
  return names.length === 0 ? [] : [plain(`See below: ${someOf([...new Set(names)])}.`)];
}

const isUnsaid = (id: ReachId): boolean => Object.hasOwn(reachGroups.unsaid.lines, id);
