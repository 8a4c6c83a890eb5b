import type { Host } from './base/hosts.ts';
import type { Diagnostic } from './base/text.ts';
import { Lines } from './base/text.ts';
import { isIn, join, nameOf, normalise } from './base/uri.ts';
import { compareTools } from './diff/compareTools.ts';
import type { Comparison, Side } from './diff/model.ts';
import { effective } from './effective/effective.ts';
import { type Choice, effectiveInput } from './effective/fromWorkspace.ts';
import type { EffectiveResult } from './effective/model.ts';
import { complete } from './features/completion/complete.ts';
import type { CompletionItem } from './features/completion/item.ts';
import { type Hover, hover } from './features/hover.ts';
import { definitions, type Location, references } from './features/navigation/definitionsAndReferences.ts';
import { type Renaming, rename } from './features/navigation/rename.ts';
import { kinds } from './kinds/index.ts';
import type { LintSettings } from './lint/activeRules.ts';
import { rulesOf } from './lint/builtinRules.ts';
import { Linter } from './lint/linter.ts';
import { viewOf } from './lint/workspaceView.ts';
import type { Document, Rule } from './model.ts';
import { catalogue, type PolicyKey } from './policy/catalogue.ts';
import { type Converted, convert } from './policy/convert/convertPolicy.ts';
import type { PolicyFormat, WriteOptions } from './policy/convert/policyFormat.ts';
import { newestVersion } from './policy/releases.ts';
import type { PluginSurfaces } from './surfaces/model.ts';
import { surfacesOf } from './surfaces/surfaces.ts';
import { Workspace } from './workspace/workspace.ts';

/** What the results of a service are for. Every setting has a default. */
export interface ServiceSettings {
  /** The oldest app version to support, such as `1.46388.4`. Default: the newest version in the catalogue. */
  readonly minimumVersion?: string;
  /** The day or instant (ISO 8601) with which cut-off dates are compared. Default: the current time. */
  readonly date?: string;
  /** Default: `desktop-3p`. */
  readonly hosts?: readonly Host[];
  /** Rule id → level. */
  readonly rules?: LintSettings['levels'];
  /** Folders that contain org plugins but are not named `org-plugins`; names as in `files`. */
  readonly orgPlugins?: readonly string[];
}

/**
 * Which files describe one device: the policies with their roles, the org-plugins folder, the user's configuration, and the
 * known tools. Names as in `files`. No defaults: a file that is not named is not used.
 */
export type EffectiveSources = Omit<Choice, 'target'>;

/** A service and the sources that describe one device in it. */
export interface ServiceSide {
  readonly service: LanguageService;
  readonly sources: EffectiveSources;
}

/**
 * Plugboard's features over files in memory. No method reads or writes a file, runs anything or uses the network.
 *
 * Files are named by URI, or by a path, which stands for `file:///` and that path. Results name files by URI. Offsets and
 * ranges count UTF-16 code units from the start of the text; {@link LanguageService.lines} converts them to lines and
 * characters. For a file that the service does not have, or that is neither a policy nor part of a plugin, results are empty.
 */
export interface LanguageService {
  /** Returns the URI of the file `name`. */
  uri(name: string): string;
  /** Adds a file or replaces its text. @returns whether Plugboard knows this kind of file. */
  setFile(name: string, text: string): boolean;
  /** Removes a file, or a folder with everything in it. */
  deleteFile(name: string): void;
  /** Returns the lines of a file, for converting offsets. */
  lines(name: string): Lines;

  /** Returns the findings in one file, with their fixes; in every file if none is named. */
  doValidation(name?: string): readonly Diagnostic[];
  doComplete(name: string, offset: number): readonly CompletionItem[];
  /** Returns what the key, value, server or tool at `offset` means, as Markdown. */
  doHover(name: string, offset: number): Hover | undefined;
  findDefinition(name: string, offset: number): readonly Location[];
  /** @param options `includeDeclaration`: also returns the places that define the name. */
  findReferences(
    name: string,
    offset: number,
    options?: { readonly includeDeclaration?: boolean },
  ): readonly Location[];
  /** @throws RenameError, with a message for users, if the name cannot be changed. */
  doRename(name: string, offset: number, newName: string): Renaming;

  /** Returns what each tool may do on each surface of the device that `sources` describe, and which line decides it. */
  effectiveTools(sources: EffectiveSources): EffectiveResult;
  /** Returns what changes from the device `before` (of this or another service) to the device `after` (of this one). */
  diffTools(before: ServiceSide | EffectiveSources, after: EffectiveSources): Comparison;
  /**
   * Converts the policy `text`, of any format, to another format.
   * @throws ConvertError, with a message for users, if the text is not a policy or the format cannot represent it.
   */
  convertPolicy(text: string, to: PolicyFormat, options?: WriteOptions): Converted;
  /** Returns where each part of a plugin works. @param plugin the plugin's folder or a file in it. */
  surfaces(plugin: string): PluginSurfaces | undefined;
  /** Returns all rules. */
  rules(): readonly Rule[];
  /** Returns all keys of the managed configuration. */
  policyKeys(): readonly PolicyKey[];

  /** @internal One side of a comparison. */
  side(sources: EffectiveSources): Side;
}

/** @throws TypeError if the URI cannot be parsed. */
const uriOf = (name: string): string =>
  normalise(/^[a-z][\w+.-]+:/i.test(name) ? name : join('file:///', name.replaceAll('\\', '/').replace(/^\/+/, '')));

/**
 * Creates a language service over files in memory.
 * @param files name → text; see {@link LanguageService} for names.
 */
export function createService(
  files: Readonly<Record<string, string>> | Iterable<readonly [name: string, text: string]> = {},
  settings: ServiceSettings = {},
): LanguageService {
  return new InMemoryService(Symbol.iterator in files ? files : Object.entries(files), settings);
}

class InMemoryService implements LanguageService {
  readonly #workspace: Workspace;
  readonly #linter: Linter;
  readonly #settings: LintSettings;

  constructor(files: Iterable<readonly [string, string]>, settings: ServiceSettings) {
    const { minimumVersion = newestVersion, date = new Date().toISOString(), hosts = ['desktop-3p'] } = settings;
    this.#settings = { target: { minimumVersion, date, hosts }, levels: settings.rules ?? {} };
    this.#workspace = new Workspace(kinds, { mounts: (settings.orgPlugins ?? []).map(uriOf) });
    this.#linter = new Linter(this.#workspace, () => this.#settings);
    const all = [...files].map(([name, text]) => [uriOf(name), text] as const);
    // The kind of a file depends on the names around it, so all names are added first.
    for (const [uri] of all) this.#workspace.files.add({ uri, name: nameOf(uri), type: 'file' });
    for (const [uri, text] of all) this.#workspace.set(uri, text);
  }

  uri(name: string): string {
    return uriOf(name);
  }

  setFile(name: string, text: string): boolean {
    return this.#workspace.set(uriOf(name), text) !== undefined;
  }

  deleteFile(name: string): void {
    const uri = uriOf(name);
    for (const document of [...this.#workspace.all()]) {
      if (document.uri === uri || isIn(uri, document.uri)) this.#workspace.delete(document.uri);
    }
    this.#workspace.files.remove(uri);
  }

  lines(name: string): Lines {
    return new Lines(this.#document(name)?.text ?? '');
  }

  doValidation(name?: string): readonly Diagnostic[] {
    const all = this.#linter.all();
    return name === undefined ? [...all.values()].flat() : (all.get(uriOf(name)) ?? []);
  }

  doComplete(name: string, offset: number): readonly CompletionItem[] {
    const document = this.#document(name);
    return document ? complete(document, offset, this.#context()) : [];
  }

  doHover(name: string, offset: number): Hover | undefined {
    const document = this.#document(name);
    return document && hover(document, offset, this.#context());
  }

  findDefinition(name: string, offset: number): readonly Location[] {
    const document = this.#document(name);
    return document ? definitions(this.#workspace, document, offset).targets : [];
  }

  findReferences(
    name: string,
    offset: number,
    { includeDeclaration = false }: { readonly includeDeclaration?: boolean } = {},
  ): readonly Location[] {
    const document = this.#document(name);
    return document ? references(this.#workspace, document, offset, includeDeclaration) : [];
  }

  doRename(name: string, offset: number, newName: string): Renaming {
    const document = this.#document(name);
    return document ? rename(this.#workspace, document, offset, newName) : { edits: [], files: [] };
  }

  effectiveTools(sources: EffectiveSources): EffectiveResult {
    return effective(this.side(sources).input);
  }

  diffTools(before: ServiceSide | EffectiveSources, after: EffectiveSources): Comparison {
    const { service, sources } = 'service' in before ? before : { service: this, sources: before };
    return compareTools(service.side(sources), this.side(after));
  }

  convertPolicy(text: string, to: PolicyFormat, options: WriteOptions = {}): Converted {
    return convert(text, to, options);
  }

  surfaces(plugin: string): PluginSurfaces | undefined {
    const root = this.#workspace.roots.pluginOf(uriOf(plugin));
    return root && surfacesOf(this.#context().workspace, root, this.#settings.target);
  }

  rules(): readonly Rule[] {
    return kinds.flatMap(rulesOf);
  }

  policyKeys(): readonly PolicyKey[] {
    return catalogue.keys;
  }

  side(sources: EffectiveSources): Side {
    const named = (name: string | undefined) => (name === undefined ? undefined : uriOf(name));
    const input = effectiveInput(this.#workspace, {
      ...sources,
      policies: sources.policies.map(({ uri, role }) => ({ uri: uriOf(uri), role })),
      orgPlugins: named(sources.orgPlugins),
      userConfig: named(sources.userConfig),
      target: this.#settings.target,
    });
    return { input, text: (uri) => this.#workspace.get(uri)?.text };
  }

  #document(name: string): Document | undefined {
    return this.#workspace.get(uriOf(name));
  }

  #context() {
    return { workspace: viewOf(this.#workspace, new Set()), target: this.#settings.target };
  }
}
