import { isDecided } from '../vocabulary/reasons.ts';
import { noRule } from '../vocabulary/rules.ts';
import { createActivation } from './activation.ts';
import { type BuiltinLine, readBuiltinPolicy } from './builtinPolicy.ts';
import { builtinsOn } from './builtins.ts';
import { type Candidate, extensionCandidates, managedMcpCandidates, userCandidates } from './candidates.ts';
import { type CodeRules, noteVoidRules, readCodeRules } from './code/codeRules.ts';
import { type Context, createContext } from './context.ts';
import { readInForce } from './inForce.ts';
import type { EffectiveInput } from './input.ts';
import { lockedServers } from './lockedServers.ts';
import {
  type EffectiveResult,
  type EffectiveServer,
  type EffectiveSurface,
  noteWeights,
  type Surface,
} from './model.ts';
import { noteConfiguration, noteIgnoredSettings, noteSearch } from './notes.ts';
import { butSelfHosted } from './noteTexts.ts';
import { readPlugin } from './plugins.ts';
import { reachOf } from './reach/reach.ts';
import { summaryOf } from './reach/summary.ts';
import { doubtedSurface, noteSelfHosted, selfHostedKey } from './selfHosted.ts';
import { decideTools, matchTools, type ServerTools } from './serverTools.ts';
import { noPolicy, pluginPolicies, type ToolPolicy } from './toolPolicy.ts';

/**
 * Evaluates the effective tool set: which configuration is in force, which servers run, what each tool may do, and which line
 * decides. Pure, and never throws. Every state has its rule; its origin is null exactly for `provider`, `surface`, `floor` and
 * `default`.
 */
export function effective(input: EffectiveInput): EffectiveResult {
  const context = createContext(input);
  const inForce = readInForce(context);
  const { sources, settings, tabs, managed } = inForce;
  const fromSettings = pluginPolicies(context, settings);
  const policyOf = (server: string): ToolPolicy => managed.forPlugins.get(server) ?? fromSettings(server);
  const read = input.plugins.map((plugin) => readPlugin(context, plugin, policyOf));
  const inactivePlugins = new Map(read.map(({ plugin, inactive }) => [plugin.directory, inactive] as const));
  const fromPlugins = read.flatMap((plugin) => plugin.candidates);
  const plugins = read.map(({ plugin }) => plugin);
  const candidates = [
    ...managed.candidates,
    ...fromPlugins,
    ...userCandidates(context, noPolicy),
    ...extensionCandidates(context, noPolicy, inactivePlugins),
    ...managedMcpCandidates(context, noPolicy),
    ...lockedServers(context, settings, managed, fromPlugins, policyOf),
  ];
  const builtins = readBuiltinPolicy(context, settings);
  const search = candidates.find(({ builtIn, inactive }) => builtIn?.server === 'websearch' && !inactive);
  const activate = createActivation(context, settings, managed.restricts, candidates);
  const code = readCodeRules(context);
  const toolsOf = remember((candidate: Candidate) => matchTools(context, candidate, code?.namedFor(candidate) ?? []));
  const codeOn = (surface: Surface) => (surface === 'code' ? code : undefined);
  const selfHosted = selfHostedKey(settings);
  const searchLine = builtins.removes('WebSearch');
  const surfaceOf = (surface: Surface): EffectiveSurface => ({
    tab: tabs[surface],
    builtinTools: builtinsOn(surface, context, settings, builtins, search?.name, codeOn(surface)),
    servers: candidates
      .filter(({ fromManagedMcp }) => !fromManagedMcp || surface === 'code')
      .map((candidate) =>
        serverOf(context, candidate, surface, activate(candidate, surface), toolsOf, searchLine, codeOn(surface)),
      ),
  });
  const surfaces: EffectiveResult['surfaces'] = Object.fromEntries(
    input.surfaces.map((surface) => [surface, selfHosted ? doubtedSurface(surfaceOf(surface)) : surfaceOf(surface)]),
  );
  noteSelfHosted(context, settings);
  noteConfiguration(context, settings, builtins, tabs);
  noteVoidRules(context, candidates);
  noteSearch(context, builtins, search);
  noteIgnoredSettings(context, settings, managed);
  const reach = reachOf({ ...inForce, input, plugins, surfaces });
  const notes = context.notes.toSorted((a, b) => noteWeights.indexOf(a.weight) - noteWeights.indexOf(b.weight));
  return {
    target: input.target,
    source: { kind: sources.kind, why: selfHosted ? butSelfHosted(sources.why, selfHosted) : sources.why },
    config: settings.config,
    summary: summaryOf({ surfaces, plugins, reach, notes }, input),
    reach,
    plugins,
    surfaces,
    notes,
  };
}

function serverOf(
  context: Context,
  candidate: Candidate,
  surface: Surface,
  { inactive, certainty }: ReturnType<ReturnType<typeof createActivation>>,
  toolsOf: (candidate: Candidate) => ServerTools,
  search: BuiltinLine | undefined,
  code: CodeRules | undefined,
): EffectiveServer {
  const { name, layer, plugin, transport, address, origin } = candidate;
  const base = { name, layer, plugin, transport, address, active: !inactive, certainty, origin };
  const why = { reason: inactive?.reason ?? null, why: inactive?.why ?? null, cause: inactive?.cause ?? null };
  if (!isDecided({ active: !inactive, reason: why.reason })) {
    const unlisted = {
      state: surface === 'code' ? 'cc-prompt' : 'user',
      rule: noRule,
      certainty,
      origin: null,
    } as const;
    return { ...base, ...why, needsSignIn: false, unlisted, tools: [] };
  }
  const decided = decideTools(
    context,
    candidate,
    toolsOf(candidate),
    surface,
    toolCertainty(candidate, surface),
    search,
    code,
  );
  return { ...base, ...why, needsSignIn: !inactive && candidate.needsSignIn, ...decided };
}

/** Whether Chat uses plugin servers is unknown, so what their tools may do there is unknown too. */
const toolCertainty = ({ layer }: Candidate, surface: Surface) =>
  layer === 'plugin' && surface === 'chat' ? 'unknown' : 'documented';

function remember<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}
