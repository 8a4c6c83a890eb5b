import {
  breakOf,
  type Document,
  type EffectiveInput,
  type EffectiveResult,
  effective,
  type KnownTool,
  normalise,
  type PolicyRole,
  parse,
  policyRoles,
  type SyntaxProblem,
  type Target,
  type Workspace,
} from '../core/index.ts';
import type { ChosenSources, WhatIf } from '../protocol.ts';
import { claudeCodeFiles, installedExtensions, toolsOfExtensions } from '../sides/additional.ts';
import { type Circumstances, type Device, deviceInput } from '../sides/side.ts';
import { candidatesIn, type ResolvedSources, resolveCandidates, type Sources } from '../sides/sources.ts';
import type { EvaluatedFleet, FleetEvaluator } from './expectations/fleetEvaluator.ts';

/** The input of an evaluation. Reading it changes nothing. */
export interface EvaluatorState {
  readonly workspace: Workspace;
  readonly target: Target;
  /** Known tools by server. */
  readonly tools: ReadonlyMap<string, readonly KnownTool[]>;
  readonly chosen: ChosenSources;
  readonly fleets: FleetEvaluator;
  /** Texts of chosen files that are not documents. */
  readonly sourceTexts: ReadonlyMap<string, string>;
  /** The last readable version of each document that cannot be parsed now. */
  readonly lastReadable: ReadonlyMap<string, Document>;
}

/** The chosen fleet: its files and circumstances, or why it cannot be used. */
type FleetInUse = { readonly name: string } & (
  | Pick<EvaluatedFleet, 'sources' | 'circumstances'>
  | { readonly problem: string }
);

/** One evaluation, and the documents that were used: for a policy that cannot be parsed now, its last readable text. */
export interface Evaluation extends ResolvedSources {
  readonly result: EffectiveResult;
  readonly input: EffectiveInput;
  readonly whatIf: WhatIf;
  readonly fleet: FleetInUse | undefined;
  readonly documents: ReadonlyMap<string, Document>;
  readonly unreadable: readonly { readonly document: Document; readonly problem: SyntaxProblem }[];
}

/** Cache size: tree, panel, lenses and hints ask for the same evaluation after each change; what-if evaluations differ. */
const kept = 3;

/** Evaluates the effective tool set, and caches the results until something that they depend on changes. */
export class Evaluator {
  #known: readonly { readonly key: string; readonly of: readonly unknown[]; readonly evaluation: Evaluation }[] = [];

  constructor(readonly state: EvaluatorState) {}

  /** @param whatIf the panel's assumptions; lenses, hints and hovers have none. */
  evaluate(whatIf: WhatIf = {}): Evaluation {
    const { workspace, target, tools, chosen, sourceTexts } = this.state;
    const key = JSON.stringify(whatIf);
    const fleet = chosen.fleet && this.state.fleets.device(chosen.fleet);
    const ofFleet = fleet && ('problem' in fleet ? fleet.problem : fleet);
    const of = [workspace, workspace.version, target, tools, chosen, sourceTexts, ofFleet];
    const known = this.#known.find((each) => each.key === key && of.every((value, i) => value === each.of[i]));
    if (known) return known.evaluation;
    const evaluation = evaluate(this.state, whatIf);
    this.#known = [{ key, of, evaluation }, ...this.#known.slice(0, kept - 1)];
    return evaluation;
  }
}

function evaluate(state: EvaluatorState, whatIf: WhatIf): Evaluation {
  const { workspace, lastReadable } = state;
  const fleet = fleetInUse(state);
  const resolved = resolveSources(state);
  const documents = new Map<string, Document>();
  const unreadable: { document: Document; problem: SyntaxProblem }[] = [];
  for (const { uri } of resolved.sources.policies) {
    const document = workspace.get(uri);
    if (!document) continue;
    const problem = breakOf(parse(document));
    if (problem) unreadable.push({ document, problem });
    documents.set(uri, (problem && lastReadable.get(uri)) ?? document);
  }
  const device = { ...deviceOf(state), document: (uri: string) => documents.get(uri) };
  const input = deviceInput(device, resolved.sources, circumstancesOf(state, device, whatIf));
  return { ...resolved, result: effective(input), input, whatIf, fleet, documents, unreadable };
}

/** Returns the files of a session, as the editor has them. */
export const deviceOf = ({ workspace, sourceTexts }: EvaluatorState): Device & { readonly workspace: Workspace } => ({
  workspace,
  text: (uri) => workspace.get(uri)?.text ?? sourceTexts.get(uri),
});

/**
 * Decides which files are used: those of the chosen fleet or those that the user chose, otherwise those that were found.
 * @param workspace another one, such as that of a revision. @param named sources that take precedence
 */
export function resolveSources(
  state: EvaluatorState,
  workspace: Workspace = state.workspace,
  named: Partial<ChosenSources> = {},
): ResolvedSources {
  const fleet = fleetInUse(state);
  if (fleet && 'sources' in fleet) return { sources: { ...fleet.sources, ...sourcesOf(named) }, ambiguous: [] };
  return resolveCandidates(candidatesIn(workspace), sourcesOf({ ...state.chosen, ...named }));
}

const fleetInUse = ({ chosen, fleets }: EvaluatorState): FleetInUse | undefined =>
  chosen.fleet && { name: chosen.fleet.name, ...fleets.device(chosen.fleet) };

/** Returns a client's choice as sources; whatever was not chosen stays open. */
function sourcesOf({ policies, orgPlugins, userConfig }: ChosenSources): Partial<Sources> {
  return {
    ...(policies && { policies: policies.map(({ uri, role }) => ({ uri: normalise(uri), role: roleOf(role) })) }),
    ...(orgPlugins !== undefined && { orgPlugins: normalise(orgPlugins) }),
    ...(userConfig !== undefined && { userConfig: normalise(userConfig) }),
  };
}

const roleOf = (role: string): PolicyRole => policyRoles.find((known) => known === role) ?? 'managed';

/** Returns what an evaluation of `device` depends on, apart from the files in the sources. */
export function circumstancesOf(
  state: EvaluatorState,
  { workspace, text }: Device,
  { minimumVersion, date, installed, uninstalled }: WhatIf,
): Circumstances {
  const { target, tools, chosen } = state;
  const assumed = { ...(minimumVersion && { minimumVersion }), ...(date && { date }) };
  const fleet = fleetInUse(state);
  if (fleet && 'circumstances' in fleet) {
    const { circumstances } = fleet;
    return {
      ...circumstances,
      installed: installed ?? circumstances.installed,
      uninstalled: uninstalled ?? circumstances.uninstalled,
      target: { ...circumstances.target, ...assumed },
    };
  }
  return {
    installed,
    uninstalled,
    target: { ...target, ...assumed },
    tools: workspace ? new Map([...toolsOfExtensions(workspace, chosen.extensions), ...tools]) : tools,
    extensions: workspace ? installedExtensions(workspace, chosen.extensions) : [],
    claudeCode: claudeCodeFiles(chosen.claudeCode, text),
  };
}
