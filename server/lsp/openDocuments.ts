import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { normalise } from '../core/index.ts';

/** The texts that are open in the editor. They take precedence over the disk. */
export class OpenDocuments {
  readonly #documents = new Map<string, TextDocument>();

  open({ uri, languageId, version, text }: TextDocumentItem): string {
    const key = normalise(uri);
    this.#documents.set(key, TextDocument.create(uri, languageId, version, text));
    return key;
  }

  /** @returns the document, or undefined if it is not open. */
  change(uri: string, changes: TextDocumentContentChangeEvent[], version: number) {
    const key = normalise(uri);
    const document = this.#documents.get(key);
    if (!document) return undefined;
    const changed = TextDocument.update(document, changes, version);
    this.#documents.set(key, changed);
    return { uri: key, text: changed.getText() };
  }

  close(uri: string): string {
    const key = normalise(uri);
    this.#documents.delete(key);
    return key;
  }

  get(uri: string): TextDocument | undefined {
    return this.#documents.get(uri);
  }

  all(): Iterable<[string, TextDocument]> {
    return this.#documents;
  }

  /** Returns the URI exactly as the client sent it; clients compare URIs as strings. */
  spelling(uri: string): string {
    return this.#documents.get(uri)?.uri ?? uri;
  }
}
