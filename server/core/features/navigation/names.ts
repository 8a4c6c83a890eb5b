import { touches } from '../../base/text.ts';
import type { Document, Mention } from '../../model.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { Identities, type Placed } from './symbolIdentity.ts';

/** A mention, and the things that it means. */
export interface Named extends Placed {
  readonly things: readonly string[];
}

/** Every name of a workspace, findable by what it means. */
export class Names {
  readonly identities: Identities;
  readonly #ofFile = new Map<string, readonly Named[]>();
  readonly #byThing = new Map<string, Named[]>();
  readonly #documents = new Map<string, Document>();
  readonly #files = new Map<string, readonly Mention[]>();
  /** Names of files decide which plugin is whose. */
  readonly #filesVersion: number;

  /** @param before the names as they were: what no change touches is taken from them. */
  constructor(workspace: Workspace, before?: Names) {
    this.#filesVersion = workspace.files.version;
    for (const document of workspace.all()) {
      this.#documents.set(document.uri, document);
      const known = before ? before.#mentionsOf(document, this.#filesVersion) : undefined;
      this.#files.set(document.uri, known ?? mentionsOf(document, workspace));
    }
    const known = before && this.#definesTheSame(before) ? before : undefined;
    this.identities = known?.identities ?? new Identities(workspace.roots, this.#placedDefinitions());
    for (const [uri, mentions] of this.#files) {
      const named =
        (known && known.#files.get(uri) === mentions && known.#ofFile.get(uri)) || this.#nameAll(uri, mentions);
      this.#ofFile.set(uri, named);
      for (const each of named) for (const thing of each.things) this.#note(thing, each);
    }
  }

  /** The references of a document, if they were read from this very text and with the same files around it. */
  #mentionsOf(document: Document, filesVersion: number): readonly Mention[] | undefined {
    const isSame = filesVersion === this.#filesVersion && this.#documents.get(document.uri) === document;
    return isSame ? this.#files.get(document.uri) : undefined;
  }

  #nameAll(uri: string, mentions: readonly Mention[]): Named[] {
    return mentions
      .flatMap((mention) => split(this.identities, uri, mention))
      .map((mention): Named => ({ uri, mention, things: this.identities.of({ uri, mention }) }));
  }

  #placedDefinitions(): Placed[] {
    return [...this.#files].flatMap(([uri, mentions]) => definitionsIn(mentions).map((mention) => ({ uri, mention })));
  }

  /** Whether the same things are defined in the same files, wherever in them: then every name means what it did. */
  #definesTheSame(before: Names): boolean {
    if (before.#filesVersion !== this.#filesVersion || before.#files.size !== this.#files.size) return false;
    return [...this.#files].every(([uri, mentions]) => {
      const old = before.#files.get(uri);
      return old === mentions || (old !== undefined && whatDefines(old) === whatDefines(mentions));
    });
  }

  /** The mentions of one file, in no order. */
  of(uri: string): readonly Named[] {
    return this.#ofFile.get(uri) ?? [];
  }

  /** What is named at `offset`: of mentions whose letters touch it those that somebody defines, else all; of these the shortest. */
  at(uri: string, offset: number): readonly Named[] {
    const here = this.of(uri).filter(({ mention: { range } }) => range.start < range.end && touches(range, offset));
    const defined = here.filter(({ mention, things }) => mention.defines || this.#isDefined(things));
    const meant = defined.length > 0 ? defined : here;
    const shortest = Math.min(...meant.map(({ mention: { range } }) => range.end - range.start));
    return meant.filter(({ mention: { range } }) => range.end - range.start === shortest);
  }

  #isDefined(things: readonly string[]): boolean {
    return this.meaning(things).some(({ mention }) => mention.defines);
  }

  /** Every place that means one of `things`, each once. */
  meaning(things: Iterable<string>): readonly Named[] {
    return [...new Set([...things].flatMap((thing) => this.#byThing.get(thing) ?? []))];
  }

  definitions(): readonly Named[] {
    return [...this.#ofFile.values()].flat().filter(({ mention }) => mention.defines);
  }

  #note(thing: string, named: Named): void {
    const known = this.#byThing.get(thing);
    if (known) known.push(named);
    else this.#byThing.set(thing, [named]);
  }
}

const mentionsOf = (document: Document, { roots }: Workspace): readonly Mention[] => [
  ...(document.kind.mentions?.(document, roots) ?? []),
];

const definitionsIn = (mentions: readonly Mention[]): readonly Mention[] => mentions.filter(({ defines }) => defines);

/** What a file defines, without its places. */
const whatDefines = (mentions: readonly Mention[]): string =>
  JSON.stringify(definitionsIn(mentions).map(({ thing, name, of }) => [thing, name, of]));

/** The names as of a version of the workspace. */
const known = new WeakMap<Workspace, { readonly version: number; readonly names: Names }>();

/** The names of the workspace as it is now, gathered when somebody follows one. */
export function namesOf(workspace: Workspace): Names {
  const before = known.get(workspace);
  if (before?.version === workspace.version) return before.names;
  const names = new Names(workspace, before?.names);
  known.set(workspace, { version: workspace.version, names });
  return names;
}

/** `<plugin>_<server>` is two names. Where no server is called so, nobody can say where the one ends. */
function split(identities: Identities, uri: string, mention: Mention): Mention[] {
  const { thing, name, range, of } = mention;
  if (!of?.isJoined) return [mention];
  const joined = identities.joined(uri, thing === 'tool' ? (of.server ?? '') : name);
  if (!joined) return [mention];
  const { plugin, server } = joined;
  if (thing === 'tool') return [{ ...mention, of: { layer: 'plugin', plugin, server } }];
  const end = range.start + plugin.length;
  return [
    { thing: 'plugin', name: plugin, range: { start: range.start, end } },
    { ...mention, name: server, range: { start: end + 1, end: range.end }, of: { layer: 'plugin', plugin } },
  ];
}
