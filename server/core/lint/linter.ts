import type { Diagnostic } from '../base/text.ts';
import type { Document, Rule } from '../model.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { ActiveRules, type LintSettings } from './activeRules.ts';
import { rulesById } from './builtinRules.ts';
import { lintDocument } from './lintDocument.ts';
import { merge } from './merge.ts';
import { moved } from './shiftDiagnostics.ts';
import { type Suppressed, Suppressor } from './suppressions/suppressor.ts';

type Scope = Rule['scope'];

/** Cached findings of one document for one scope. */
interface Findings {
  readonly document: Document;
  readonly diagnostics: readonly Diagnostic[];
  readonly reads: ReadonlySet<string>;
}

const none: readonly Diagnostic[] = [];

/** Keeps the findings of a workspace up to date with as little work as a change requires. */
export class Linter {
  readonly #known: Readonly<Record<Scope, Map<string, Findings>>> = { document: new Map(), workspace: new Map() };
  /** Read key → the documents that read it, which are checked again when the result of the read changes. */
  readonly #readers = new Map<string, Set<string>>();
  readonly #stale = new Set<string>();
  readonly #suppressor = new Suppressor();
  #active: ActiveRules;

  constructor(
    readonly workspace: Workspace,
    readonly settings: () => LintSettings,
    /** Called when a rule throws; the other rules still run. Without it, the error propagates. */
    readonly report?: (rule: string, error: unknown) => void,
  ) {
    this.#active = new ActiveRules(settings());
  }

  /**
   * Returns the findings of one document: those from its own text are current; those that span files are the last known ones,
   * shifted along with the text.
   */
  diagnosticsFor(uri: string): readonly Diagnostic[] {
    const document = this.workspace.get(uri);
    if (!document) return none;
    this.#run(document, 'document');
    const known = this.#known.workspace.get(uri);
    const across =
      known && known.document !== document
        ? moved(known.diagnostics, known.document.text, document.text)
        : known?.diagnostics;
    const rules = rulesById(this.workspace.kinds);
    const found = merge(this.#known.document.get(uri)?.diagnostics ?? none, across ?? none, rules);
    if (this.#active.settings.showsSuppressed) return found;
    return this.#suppressor.apply(document, found, {
      rules,
      levels: this.#active.settings.levels,
      isSettled: known?.document === document,
    });
  }

  /** The suppressed findings, as of the last check. */
  get suppressed(): readonly Suppressed[] {
    return this.#suppressor.left;
  }

  /**
   * Checks again what has become stale because texts, facts, files or settings changed.
   * @returns the findings of every document that was checked; none for a deleted document.
   */
  update(): ReadonlyMap<string, readonly Diagnostic[]> {
    const { documents, keys } = this.workspace.takeChanges();
    for (const uri of documents) this.#stale.add(uri);
    for (const key of keys) for (const uri of this.#readers.get(key) ?? []) this.#forget(uri);
    if (this.settings() !== this.#active.settings) {
      this.#active = new ActiveRules(this.settings());
      for (const { uri } of this.workspace.all()) this.#forget(uri);
    }
    const usage = this.#suppressor.usage;
    const isTouched = this.#suppressor.update(this.workspace, documents);
    const results = new Map<string, readonly Diagnostic[]>();
    for (const uri of this.#stale) {
      const document = this.workspace.get(uri);
      if (document) this.#run(document, 'workspace');
      else {
        this.#forget(uri);
        this.#suppressor.forget(uri);
      }
      results.set(uri, this.diagnosticsFor(uri));
    }
    this.#stale.clear();
    if (isTouched) {
      for (const uri of this.#known.workspace.keys()) if (isTouched(uri)) results.set(uri, this.diagnosticsFor(uri));
    }
    // Only now is it known which suppressions are used.
    if (isTouched || this.#suppressor.usage !== usage) {
      for (const uri of this.#suppressor.files) results.set(uri, this.diagnosticsFor(uri));
    }
    return results;
  }

  /** Returns the findings of every document of the workspace. */
  all(): ReadonlyMap<string, readonly Diagnostic[]> {
    const updated = this.update();
    return new Map([...this.workspace.all()].map(({ uri }) => [uri, updated.get(uri) ?? this.diagnosticsFor(uri)]));
  }

  #forget(uri: string): void {
    for (const known of Object.values(this.#known)) {
      for (const key of known.get(uri)?.reads ?? []) this.#removeReader(key, uri);
      known.delete(uri);
    }
    this.#stale.add(uri);
  }

  /** Removes a reader, and the key with its last reader: typing leads to reads of ever new names. */
  #removeReader(key: string, uri: string): void {
    const readers = this.#readers.get(key);
    if (readers?.delete(uri) && readers.size === 0) this.#readers.delete(key);
  }

  #run(document: Document, scope: Scope): void {
    const known = this.#known[scope];
    const before = known.get(document.uri);
    if (before?.document === document) return;
    this.workspace.noteRead();
    const reads = new Set<string>();
    const { uri } = document;
    const diagnostics = this.workspace.during(uri, () => lintDocument(document, this, this.#active, scope, reads));
    known.set(document.uri, { document, diagnostics, reads });
    const other = this.#known[scope === 'document' ? 'workspace' : 'document'].get(document.uri)?.reads;
    for (const key of before?.reads ?? []) {
      if (!reads.has(key) && !other?.has(key)) this.#removeReader(key, document.uri);
    }
    for (const key of reads) {
      const readers = this.#readers.get(key);
      if (readers) readers.add(document.uri);
      else this.#readers.set(key, new Set([document.uri]));
    }
  }
}
