import { normalise } from '../core/base/uri.ts';
import { effective } from '../core/effective/effective.ts';
import { effectiveInput } from '../core/effective/fromWorkspace.ts';
import { type EffectiveInput, type PolicyRole, policyRoles } from '../core/effective/input.ts';
import type { EffectiveResult } from '../core/effective/model.ts';
import type { Document } from '../core/model.ts';
import { breakOf, type SyntaxProblem } from '../core/syntax/syntax.ts';
import { parse } from '../core/workspace/parse.ts';
import type { Workspace } from '../core/workspace/workspace.ts';
import type { SourcesChoice } from '../protocol.ts';
import { claudeCodeFiles, furtherTexts, installedExtensions, toolsOfExtensions } from './furtherSources.ts';
import { refreshGlance } from './glance.ts';
import type { Session } from './session.ts';
import { sourceCandidates } from './sources.ts';

/** One evaluation, and the documents that it was made of: of a policy that cannot be read now, the last readable text. */
export interface Evaluation {
  readonly result: EffectiveResult;
  readonly input: EffectiveInput;
  readonly sources: SourcesChoice;
  readonly documents: ReadonlyMap<string, Document>;
  readonly unreadable: readonly { readonly document: Document; readonly problem: SyntaxProblem }[];
}

/** So many evaluations are kept: tree, panel, lenses and hints ask the same after each change, but for what is only supposed. */
const kept = 3;

/** Evaluates the effective tool set of a session, and remembers the last readable text of each policy. */
export class Evaluator {
  readonly #lastReadable = new Map<string, Document>();
  #known: readonly { readonly key: string; readonly of: readonly unknown[]; readonly evaluation: Evaluation }[] = [];
  #chosen: SourcesChoice = {};
  /** Texts of files that no kind of document claims. */
  #further: ReadonlyMap<string, string> = new Map();

  constructor(readonly session: Session) {}

  /** What `choice` leaves open is chosen here: the first policy, org-plugins folder and user's file that there is. */
  evaluate(choice: SourcesChoice): Evaluation {
    const { workspace, target, tools } = this.session;
    const key = JSON.stringify(choice);
    const of = [workspace, workspace.version, target, tools, this.#further];
    const known = this.#known.find((each) => each.key === key && of.every((value, i) => value === each.of[i]));
    if (known) return known.evaluation;
    const evaluation = this.#evaluate(choice);
    this.#known = [{ key, of, evaluation }, ...this.#known.slice(0, kept - 1)];
    return evaluation;
  }

  /** The same, and remembers what the user chose, so that what stands in the texts tells the same as tree and panel. */
  async choose(choice: SourcesChoice): Promise<Evaluation> {
    this.#further = await furtherTexts(this.session, choice, this.#further);
    const chosen = withoutWhatIf(choice);
    const isNew = JSON.stringify(chosen) !== JSON.stringify(this.#chosen);
    this.#chosen = chosen;
    if (isNew) refreshGlance(this.session);
    return this.evaluate(choice);
  }

  /** By the sources that the user chose last; what is only supposed does not count. */
  current(): Evaluation {
    return this.evaluate(this.#chosen);
  }

  /** The text that an address of an evaluation stands for: as it was evaluated, else as it is. */
  textOf(uri: string): string | undefined {
    const { workspace, open } = this.session;
    return workspace.get(uri)?.text ?? open.get(uri)?.getText() ?? this.#further.get(uri);
  }

  /** The input of an evaluation of `choice` upon the files of `workspace`, which may be those of another day. */
  input(workspace: Workspace, choice: SourcesChoice): EffectiveInput {
    const { tools, target } = this.session;
    const { minimumVersion, date } = choice;
    const extensions = installedExtensions(workspace, choice.extensions);
    return effectiveInput(workspace, {
      ...choice,
      policies: (choice.policies ?? []).map(({ uri, role }) => ({ uri, role: roleOf(role) })),
      target: { ...target, ...(minimumVersion && { minimumVersion }), ...(date && { date }) },
      tools: new Map([...toolsOfExtensions(workspace, choice.extensions), ...tools]),
      extensions,
      claudeCode: claudeCodeFiles(choice.claudeCode, (uri) => workspace.get(uri)?.text ?? this.#further.get(uri)),
    });
  }

  #evaluate(choice: SourcesChoice): Evaluation {
    const { workspace } = this.session;
    const sources = withDefaults(this.session, choice);
    const input = this.input(workspace, sources);
    const documents = new Map<string, Document>();
    const unreadable: { document: Document; problem: SyntaxProblem }[] = [];
    for (const { uri } of sources.policies ?? []) {
      const document = workspace.get(uri);
      if (!document) continue;
      const problem = breakOf(parse(document));
      if (problem) unreadable.push({ document, problem });
      else this.#lastReadable.set(uri, document);
      documents.set(uri, this.#lastReadable.get(uri) ?? document);
    }
    const policies = input.policies.map((policy) => {
      const document = documents.get(policy.uri);
      const isNow = !document || document === workspace.get(policy.uri);
      return isNow ? policy : { ...policy, root: parse(document).root, broken: undefined };
    });
    const readable = { ...input, policies };
    return { result: effective(readable), input: readable, sources, documents, unreadable };
  }
}

/** What the user chose, without what is only asked: other plugins, an older app, another day. */
export function withoutWhatIf(choice: SourcesChoice): SourcesChoice {
  const { installed, uninstalled, minimumVersion, date, ...chosen } = choice;
  return chosen;
}

/** `choice` with the first of everything that it leaves open. */
export function withDefaults(session: Session, choice: SourcesChoice): SourcesChoice {
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
