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

/** The input of an evaluation. Reading it changes nothing. */
export interface EvaluatorState {
  readonly workspace: Workspace;
  readonly target: Target;
  /** Known tools by server. */
  readonly tools: ReadonlyMap<string, readonly KnownTool[]>;
  readonly chosen: ChosenSources;
  /** Texts of chosen files that are not documents. */
  readonly sourceTexts: ReadonlyMap<string, string>;
  /** The last readable version of each document that cannot be parsed now. */
  readonly lastReadable: ReadonlyMap<string, Document>;
}

/** One evaluation, and the documents that were used: for a policy that cannot be parsed now, its last readable text. */
export interface Evaluation extends ResolvedSources {
  readonly result: EffectiveResult;
  readonly input: EffectiveInput;
  readonly whatIf: WhatIf;
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
    const of = [workspace, workspace.version, target, tools, chosen, sourceTexts];
    const known = this.#known.find((each) => each.key === key && of.every((value, i) => value === each.of[i]));
    if (known) return known.evaluation;
    const evaluation = evaluate(this.state, whatIf);
    this.#known = [{ key, of, evaluation }, ...this.#known.slice(0, kept - 1)];
    return evaluation;
  }
}

function evaluate(state: EvaluatorState, whatIf: WhatIf): Evaluation {
  const { workspace, lastReadable } = state;
  const resolved = resolveSources(workspace, state.chosen);
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
  return { ...resolved, result: effective(input), input, whatIf, documents, unreadable };
}

/** Returns the files of a session, as the editor has them. */
export const deviceOf = ({ workspace, sourceTexts }: EvaluatorState): Device & { readonly workspace: Workspace } => ({
  workspace,
  text: (uri) => workspace.get(uri)?.text ?? sourceTexts.get(uri),
});

/** Decides which files of `workspace` are used: those that the user chose, otherwise those that were found. */
export const resolveSources = (workspace: Workspace, chosen: ChosenSources): ResolvedSources =>
  resolveCandidates(candidatesIn(workspace), sourcesOf(chosen));

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
  { target, tools, chosen }: EvaluatorState,
  { workspace, text }: Device,
  { minimumVersion, date, installed, uninstalled }: WhatIf,
): Circumstances {
  return {
    installed,
    uninstalled,
    target: { ...target, ...(minimumVersion && { minimumVersion }), ...(date && { date }) },
    tools: workspace ? new Map([...toolsOfExtensions(workspace, chosen.extensions), ...tools]) : tools,
    extensions: workspace ? installedExtensions(workspace, chosen.extensions) : [],
    claudeCode: claudeCodeFiles(chosen.claudeCode, text),
  };
}
