import * as vscode from 'vscode';

export const tryAgainCommand = 'plugboard.tryLeftOut';

/** The documents that the server leaves out, because it did not survive them. Each has a finding that says so. */
export class LeftOut implements vscode.Disposable {
  readonly #findings = vscode.languages.createDiagnosticCollection('plugboard-left-out');
  readonly #changed = new vscode.EventEmitter<readonly string[]>();
  readonly #uris = new Set<string>();
  /** Fires when the user wants documents to be tried again, with those that remain left out. */
  readonly onDidInclude = this.#changed.event;

  get uris(): readonly string[] {
    return [...this.#uris];
  }

  add(uri: string): void {
    this.#uris.add(uri);
    const finding = new vscode.Diagnostic(
      new vscode.Range(0, 0, 0, Number.MAX_SAFE_INTEGER),
      'Plugboard’s language server stopped while it was examining this file, so the file is left out and has no other findings. Edit it, or run “Plugboard: Try Left-Out Files Again”.',
      vscode.DiagnosticSeverity.Information,
    );
    finding.source = 'Plugboard';
    finding.code = 'left-out';
    this.#findings.set(vscode.Uri.parse(uri), [finding]);
  }

  /** An edit tries a document again; the server notices the edit by itself. */
  noteEdit(uri: vscode.Uri): void {
    if (this.#uris.size > 0 && this.#uris.delete(uri.toString())) this.#findings.delete(uri);
  }

  /** Forgets all documents, for a server that is about to start. */
  clear(): void {
    this.#uris.clear();
    this.#findings.clear();
  }

  /** Lets the server try all documents again. */
  includeAll(): void {
    this.clear();
    this.#changed.fire(this.uris);
  }

  dispose(): void {
    this.#findings.dispose();
    this.#changed.dispose();
  }
}
