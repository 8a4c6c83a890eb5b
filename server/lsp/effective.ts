import { effective } from '../core/effective/effective.ts';
import { effectiveInput } from '../core/effective/fromWorkspace.ts';
import { type PolicyRole, policyRoles } from '../core/effective/input.ts';
import type { EffectiveResult } from '../core/effective/model.ts';
import type { Document } from '../core/model.ts';
import { parse } from '../core/parse.ts';
import type { SyntaxProblem } from '../core/syntax/syntax.ts';
import { normalise } from '../core/uri.ts';
import type { SourcesChoice } from '../protocol.ts';
import { refreshGlance } from './glance.ts';
import type { Session } from './session.ts';
import { sourceCandidates } from './sources.ts';

/** One evaluation, and the documents that it was made of: of a policy that cannot be read now, the last readable text. */
export interface Evaluation {
  readonly result: EffectiveResult;
  readonly sources: SourcesChoice;
  readonly documents: ReadonlyMap<string, Document>;
  readonly unreadable: readonly { readonly document: Document; readonly problem: SyntaxProblem }[];
}

/** Evaluates the effective tool set of a session, and remembers the last readable text of each policy. */
export class Evaluator {
  readonly #lastReadable = new Map<string, Document>();
  /** The last two evaluations: tree, panel, lenses and hints ask the same after each change, except for what is only supposed. */
  #known: readonly { readonly key: string; readonly of: readonly unknown[]; readonly evaluation: Evaluation }[] = [];
  #chosen: SourcesChoice = {};

  constructor(readonly session: Session) {}

  /** What `choice` leaves open is chosen here: the first policy, org-plugins folder and user's file that there is. */
  evaluate(choice: SourcesChoice): Evaluation {
    const { workspace, target, tools } = this.session;
    const key = JSON.stringify(choice);
    const of = [workspace, workspace.version, target, tools];
    const known = this.#known.find((each) => each.key === key && of.every((value, i) => value === each.of[i]));
    if (known) return known.evaluation;
    const evaluation = this.#evaluate(choice);
    this.#known = [{ key, of, evaluation }, ...this.#known.slice(0, 1)];
    return evaluation;
  }

  /** The same, and remembers what the user chose, so that what stands in the texts tells the same as tree and panel. */
  choose(choice: SourcesChoice): Evaluation {
    const { installed, uninstalled, ...chosen } = choice;
    const isNew = JSON.stringify(chosen) !== JSON.stringify(this.#chosen);
    this.#chosen = chosen;
    if (isNew) refreshGlance(this.session);
    return this.evaluate(choice);
  }

  /** By the sources that the user chose last; which plugins are only supposed to be there does not count. */
  current(): Evaluation {
    return this.evaluate(this.#chosen);
  }

  #evaluate(choice: SourcesChoice): Evaluation {
    const { workspace, target } = this.session;
    const sources = withDefaults(this.session, choice);
    const policies = (sources.policies ?? []).map(({ uri, role }) => ({ uri, role: roleOf(role) }));
    const input = effectiveInput(workspace, { ...sources, policies, target, tools: this.session.tools });
    const documents = new Map<string, Document>();
    const unreadable: { document: Document; problem: SyntaxProblem }[] = [];
    for (const { uri } of policies) {
      const document = workspace.get(uri);
      if (!document) continue;
      const problem = parse(document).problems.find(({ severity }) => severity === undefined);
      if (problem) unreadable.push({ document, problem });
      else this.#lastReadable.set(uri, document);
      documents.set(uri, this.#lastReadable.get(uri) ?? document);
    }
    const readable = input.policies.map((policy) => {
      const document = documents.get(policy.uri);
      const isNow = !document || document === workspace.get(policy.uri);
      return isNow ? policy : { ...policy, root: parse(document).root, broken: undefined };
    });
    return { result: effective({ ...input, policies: readable }), sources, documents, unreadable };
  }
}

function withDefaults(session: Session, choice: SourcesChoice): SourcesChoice {
  const { policies, mounts, userConfigs } = sourceCandidates(session);
  const orgPlugins = choice.orgPlugins ?? mounts[0]?.uri;
  const userConfig = choice.userConfig ?? userConfigs[0]?.uri;
  const first = policies.slice(0, 1).map(({ uri }) => ({ uri, role: 'managed' }));
  return {
    ...choice,
    policies: (choice.policies ?? first).map(({ uri, role }) => ({ uri: normalise(uri), role })),
    ...(orgPlugins !== undefined && { orgPlugins: normalise(orgPlugins) }),
    ...(userConfig !== undefined && { userConfig: normalise(userConfig) }),
  };
}

const roleOf = (role: string): PolicyRole => policyRoles.find((known) => known === role) ?? 'managed';
