import { touches } from '../../base/text.ts';
import type { Document, Reference } from '../../model.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { Identities, type PlacedReference } from './symbolIdentity.ts';

/** A reference, and the symbols to which it refers. */
export interface Named extends PlacedReference {
  readonly symbols: readonly string[];
}

/** All names of a workspace, indexed by the symbols to which they refer. */
export class Names {
  readonly identities: Identities;
  readonly #ofFile = new Map<string, readonly Named[]>();
  readonly #bySymbol = new Map<string, Named[]>();
  readonly #documents = new Map<string, Document>();
  readonly #files = new Map<string, readonly Reference[]>();
  /** File names decide to which plugin a file belongs. */
  readonly #filesVersion: number;

  /** @param before the previous names, from which everything unaffected by changes is reused. */
  constructor(workspace: Workspace, before?: Names) {
    this.#filesVersion = workspace.files.version;
    for (const document of workspace.all()) {
      this.#documents.set(document.uri, document);
      const known = before ? before.#referencesOf(document, this.#filesVersion) : undefined;
      this.#files.set(document.uri, known ?? referencesOf(document, workspace));
    }
    const known = before && this.#definesTheSame(before) ? before : undefined;
    this.identities = known?.identities ?? new Identities(workspace.roots, this.#placedDefinitions());
    for (const [uri, references] of this.#files) {
      const named =
        (known && known.#files.get(uri) === references && known.#ofFile.get(uri)) || this.#nameAll(uri, references);
      this.#ofFile.set(uri, named);
      for (const each of named) for (const symbol of each.symbols) this.#note(symbol, each);
    }
  }

  /** Returns the cached references of a document if its text and the surrounding files have not changed. */
  #referencesOf(document: Document, filesVersion: number): readonly Reference[] | undefined {
    const isSame = filesVersion === this.#filesVersion && this.#documents.get(document.uri) === document;
    return isSame ? this.#files.get(document.uri) : undefined;
  }

  #nameAll(uri: string, references: readonly Reference[]): Named[] {
    return references
      .flatMap((reference) => split(this.identities, uri, reference))
      .map((reference): Named => ({ uri, reference, symbols: this.identities.of({ uri, reference }) }));
  }

  #placedDefinitions(): PlacedReference[] {
    return [...this.#files].flatMap(([uri, references]) =>
      definitionsIn(references).map((reference) => ({ uri, reference })),
    );
  }

  /** Whether the same symbols are defined in the same files, at whatever range: then every name still refers to the same symbol. */
  #definesTheSame(before: Names): boolean {
    if (before.#filesVersion !== this.#filesVersion || before.#files.size !== this.#files.size) return false;
    return [...this.#files].every(([uri, references]) => {
      const referencesBefore = before.#files.get(uri);
      if (referencesBefore === undefined) return false;
      return referencesBefore === references || whatDefines(referencesBefore) === whatDefines(references);
    });
  }

  /** Returns the references of one file, unordered. */
  of(uri: string): readonly Named[] {
    return this.#ofFile.get(uri) ?? [];
  }

  /** Returns the names at `offset`: of the references that touch it, those with a definition, otherwise all; of these, the shortest. */
  at(uri: string, offset: number): readonly Named[] {
    const here = this.of(uri).filter(({ reference: { range } }) => range.start < range.end && touches(range, offset));
    const defined = here.filter(({ reference, symbols }) => reference.defines || this.#isDefined(symbols));
    const meant = defined.length > 0 ? defined : here;
    const shortest = Math.min(...meant.map(({ reference: { range } }) => range.end - range.start));
    return meant.filter(({ reference: { range } }) => range.end - range.start === shortest);
  }

  #isDefined(symbols: readonly string[]): boolean {
    return this.meaning(symbols).some(({ reference }) => reference.defines);
  }

  /** Returns every place that refers to one of `symbols`, without duplicates. */
  meaning(symbols: Iterable<string>): readonly Named[] {
    return [...new Set([...symbols].flatMap((symbol) => this.#bySymbol.get(symbol) ?? []))];
  }

  definitions(): readonly Named[] {
    return [...this.#ofFile.values()].flat().filter(({ reference }) => reference.defines);
  }

  #note(symbol: string, named: Named): void {
    const known = this.#bySymbol.get(symbol);
    if (known) known.push(named);
    else this.#bySymbol.set(symbol, [named]);
  }
}

const referencesOf = (document: Document, { roots }: Workspace): readonly Reference[] => [
  ...(document.kind.references?.(document, roots) ?? []),
];

const definitionsIn = (references: readonly Reference[]): readonly Reference[] =>
  references.filter(({ defines }) => defines);

/** Returns what a file defines, without ranges, for comparison. */
const whatDefines = (references: readonly Reference[]): string =>
  JSON.stringify(definitionsIn(references).map(({ symbolType, name, of }) => [symbolType, name, of]));

/** The names for a version of the workspace. */
const known = new WeakMap<Workspace, { readonly version: number; readonly names: Names }>();

/** Returns the names of the current workspace; collected when navigation is first used. */
export function namesOf(workspace: Workspace): Names {
  const before = known.get(workspace);
  if (before?.version === workspace.version) return before.names;
  const names = new Names(workspace, before?.names);
  known.set(workspace, { version: workspace.version, names });
  return names;
}

/** `<plugin>_<server>` consists of two names. If no such server exists, it is unknown where the first one ends. */
function split(identities: Identities, uri: string, reference: Reference): Reference[] {
  const { symbolType, name, range, of } = reference;
  if (!of?.isJoined) return [reference];
  const joined = identities.joined(uri, symbolType === 'tool' ? (of.server ?? '') : name);
  if (!joined) return [reference];
  const { plugin, server } = joined;
  if (symbolType === 'tool') return [{ ...reference, of: { layer: 'plugin', plugin, server } }];
  const end = range.start + plugin.length;
  return [
    { symbolType: 'plugin', name: plugin, range: { start: range.start, end } },
    { ...reference, name: server, range: { start: end + 1, end: range.end }, of: { layer: 'plugin', plugin } },
  ];
}
