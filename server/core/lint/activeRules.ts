import type { Severity } from '../base/text.ts';
import type { DocumentKind, Rule, Target } from '../model.ts';
import { rulesOf } from './builtinRules.ts';
import { levelOf } from './ruleNames.ts';
import { runsFor } from './severity.ts';

export interface LintSettings {
  readonly target: Target;
  /** Rule id → level; other rules keep their own. */
  readonly levels: Readonly<Record<string, Severity | 'off'>>;
  /** Ignore all suppressions. */
  readonly showsSuppressed?: boolean;
}

/** A rule that runs, with the level that the settings give it. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly level: Severity | undefined;
}

/**
 * Returns the rules that run under some settings. This is computed once per kind of document, not per document: a workspace has
 * a few kinds, hundreds of rules and thousands of documents.
 */
export class ActiveRules {
  readonly #known = new Map<DocumentKind, Map<DocumentKind, Readonly<Record<Rule['scope'], readonly ActiveRule[]>>>>();

  constructor(readonly settings: LintSettings) {}

  /**
   * @param kind the kind of the content.
   * @param file the kind of the file that contains it. If that is another kind, the content is inline, and rules about the file
   * itself do not run.
   */
  of(kind: DocumentKind, file: DocumentKind): Readonly<Record<Rule['scope'], readonly ActiveRule[]>> {
    const ofKind = this.#known.get(kind) ?? new Map();
    this.#known.set(kind, ofKind);
    const known = ofKind.get(file) ?? this.#find(kind, file);
    ofKind.set(file, known);
    return known;
  }

  #find(kind: DocumentKind, file: DocumentKind): Readonly<Record<Rule['scope'], readonly ActiveRule[]>> {
    const { target, levels } = this.settings;
    const rules = kind === file ? rulesOf(kind) : kind.rules.filter(({ isAboutFile }) => !isAboutFile);
    const active = rules.flatMap((rule) => {
      const level = levelOf(rule, file.id, levels);
      return level === 'off' || !runsFor(rule, target) ? [] : [{ rule, level }];
    });
    const ofScope = (scope: Rule['scope']) => active.filter(({ rule }) => rule.scope === scope);
    return { document: ofScope('document'), workspace: ofScope('workspace') };
  }
}
