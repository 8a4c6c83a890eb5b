import type { Connection } from 'vscode-languageserver';
import type { Diagnostic } from '../core/index.ts';
import { type Texts, toDiagnostic } from './convert.ts';

/** What a client shows for one document, and the last findings in it. */
interface Published {
  readonly diagnostics: readonly Diagnostic[];
  /** The last message as a string, for comparison with the next one. */
  readonly sent: string;
}

/** Sends findings to the client, for each document only if they changed, and keeps them with their fixes. */
export class Publisher {
  readonly #published = new Map<string, Published>();
  /** Findings of tests, which no fix and no suppression is for. */
  readonly #tests = new Map<string, readonly Diagnostic[]>();

  constructor(
    readonly connection: Connection,
    readonly texts: Texts,
    readonly options: {
      readonly rulePage: (rule: string) => string | undefined;
      /** Whether the editor reports this problem itself. */
      readonly isShownElsewhere: (diagnostic: Diagnostic) => boolean;
    },
  ) {}

  /** Replaces the findings of tests in a file. */
  publishTests(uri: string, tests: readonly Diagnostic[]): void {
    if (tests.length > 0) this.#tests.set(uri, tests);
    else if (!this.#tests.delete(uri)) return;
    this.publish(uri, this.publishedFor(uri));
  }

  publish(uri: string, diagnostics: readonly Diagnostic[]): void {
    const tests = this.#tests.get(uri) ?? [];
    const shown = [...diagnostics, ...tests]
      .filter((diagnostic) => !this.options.isShownElsewhere(diagnostic))
      .map((diagnostic) => toDiagnostic(diagnostic, this.texts, this.options.rulePage(diagnostic.rule)));
    const sent = JSON.stringify(shown);
    const before = this.#published.get(uri)?.sent ?? '[]';
    if (diagnostics.length + tests.length > 0) this.#published.set(uri, { diagnostics, sent });
    else this.#published.delete(uri);
    if (sent === before) return;
    const version = this.texts.version(uri);
    void this.connection.sendDiagnostics({
      uri: this.texts.spelling(uri),
      diagnostics: shown,
      ...(version !== null && { version }),
    });
  }

  /** Returns the last findings in a document, with their fixes. */
  publishedFor(uri: string): readonly Diagnostic[] {
    return this.#published.get(uri)?.diagnostics ?? [];
  }

  /** Returns all documents with findings. */
  all(): Iterable<[string, { readonly diagnostics: readonly Diagnostic[] }]> {
    return this.#published;
  }

  isShown(diagnostic: Diagnostic): boolean {
    return !this.options.isShownElsewhere(diagnostic);
  }
}
