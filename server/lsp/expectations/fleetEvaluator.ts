import {
  breakOf,
  claudeCodeManaged,
  type EffectiveInput,
  foldersAbove,
  isIn,
  join,
  json,
  type KnownTool,
  Lines,
  normalise,
  parse,
  platforms,
  policySyntax,
  readKnownTools,
  type Target,
  toValue,
  type Workspace,
} from '../../core/index.ts';
import type { ChosenFleet } from '../../protocol.ts';
import { defaultToolsFile, readSettings, type Settings, settingsFile } from '../../settings.ts';
import { type FleetFiles, fleetFiles } from '../../sides/fleetFiles.ts';
import { type Circumstances, deviceInput, SideError } from '../../sides/side.ts';
import { candidatesIn, countWords, resolveCandidates, type Sources } from '../../sides/sources.ts';
import type { Host } from '../host.ts';
import type { OpenDocuments } from '../openDocuments.ts';
import { labelOf } from '../sources.ts';

/** What the evaluation of fleets reads of a session. */
export interface FleetState {
  readonly workspace: Workspace;
  readonly target: Target;
  /** Known tools by server. */
  readonly tools: ReadonlyMap<string, readonly KnownTool[]>;
  readonly host: Host;
  readonly open: OpenDocuments;
  readonly folders: readonly string[];
  /** All folders that the workspace was read from. */
  readonly scanned: readonly string[];
}

/** A fleet as the editor has its files. */
export interface EvaluatedFleet {
  readonly sources: Sources;
  readonly circumstances: Circumstances;
  readonly input: EffectiveInput;
}

/**
 * `later`: the results of before stay, because files are still to be read or cannot be parsed now. `problem`: why nothing can be
 * evaluated, in words.
 */
type Outcome = EvaluatedFleet | 'later' | { readonly problem: string };

/** The settings that apply to a folder: those of the nearest `.plugboard.json` in the workspace. */
export interface NearestSettings {
  /** The folder of the settings; without settings, the folder of the document. */
  readonly folder: string;
  readonly settings: Settings;
  readonly isReadable: boolean;
}

/** Evaluates fleets from the texts of the editor, and again only if something changed that they depend on. */
export class FleetEvaluator {
  readonly #known = new Map<string, { readonly on: readonly unknown[]; readonly outcome: EvaluatedFleet }>();
  /** Texts of files that are not documents, by URI; undefined if the file does not exist. */
  readonly #elsewhere = new Map<string, string | undefined>();
  readonly #wanted = new Set<string>();

  constructor(readonly session: FleetState) {}

  /** Forgets the text of a file that changed on disk. */
  forget(uri: string): void {
    this.#elsewhere.delete(uri);
  }

  nearest(document: string): NearestSettings {
    const { workspace } = this.session;
    const above = foldersAbove(document);
    for (const folder of above) {
      const found = workspace.get(join(folder, settingsFile));
      if (!found) continue;
      const parsed = parse(found);
      return { folder, settings: readSettings(toValue(parsed.root)), isReadable: !breakOf(parsed) };
    }
    return { folder: above[0] ?? document, settings: {}, isReadable: true };
  }

  /** Reads what an evaluation lacked. @returns whether there was something to read */
  async readWanted(): Promise<boolean> {
    const { host, workspace, scanned } = this.session;
    const wanted = [...this.#wanted];
    this.#wanted.clear();
    for (const uri of wanted) {
      const entry = await host.files.stat(uri);
      const isFolder = entry?.type === 'directory';
      if (isFolder && !scanned.some((folder) => isIn(folder, uri))) await host.files.scan([uri], workspace);
      this.#elsewhere.set(uri, isFolder ? '' : await host.files.read(uri));
    }
    return wanted.length > 0;
  }

  /** Returns a chosen fleet. While one of its files cannot be parsed, its sources are those of before. */
  device({ folder, name }: ChosenFleet): EvaluatedFleet | { readonly problem: string } {
    const near = this.nearest(join(normalise(folder), settingsFile));
    if (!Object.hasOwn(near.settings.fleets ?? {}, name)) return { problem: `${settingsFile} has no such fleet` };
    const outcome = this.evaluate(near, name);
    if (outcome !== 'later') return outcome;
    return this.#known.get(keyOf(near, name))?.outcome ?? { problem: 'its files have not been read yet' };
  }

  /** @param name undefined: the files that are found in the folder of the settings. */
  evaluate(near: NearestSettings, name: string | undefined): Outcome {
    const key = keyOf(near, name);
    try {
      return this.#evaluate(key, near, name);
    } catch (error) {
      if (error instanceof SideError) return { problem: error.message };
      throw error;
    }
  }

  #evaluate(key: string, near: NearestSettings, name: string | undefined): Outcome {
    const fleet = (name === undefined ? undefined : near.settings.fleets?.[name]) ?? {};
    const files = fleetFiles(fleet, near.folder);
    const sources = this.#sources(files, near.folder);
    const tools = files.tools ?? this.#toolsFile(near);
    const named = [...sources.policies.map(({ uri }) => uri), sources.userConfig, tools, files.claudeCode].filter(
      (uri) => uri !== undefined,
    );
    const texts = named.map((uri) => this.#text(uri));
    const plugins = sources.orgPlugins;
    if (plugins !== undefined && !this.session.workspace.files.file(plugins)) this.#text(plugins);
    if (this.#wanted.size > 0) return 'later';
    const { workspace, target } = this.session;
    const inPlugins = plugins === undefined ? [] : [...workspace.all()].filter(({ uri }) => isIn(plugins, uri));
    const on = [workspace, workspace.files.version, target, JSON.stringify([near, sources]), ...texts, ...inPlugins];
    const known = this.#known.get(key);
    if (known?.on.length === on.length && known.on.every((value, i) => value === on[i])) return known.outcome;
    for (const [i, uri] of named.entries()) {
      const problem = this.#problemOf(uri, texts[i], sources);
      if (problem?.isBroken && known) return 'later';
      if (problem) throw new SideError(problem.message);
    }
    if (plugins !== undefined && !workspace.files.file(plugins) && this.#elsewhere.get(plugins) === undefined)
      throw new SideError(`no such folder: ${this.#shown(plugins)}`);
    const { minimumVersion, hosts } = near.settings;
    const text = (uri: string) => this.#text(uri);
    const circumstances: Circumstances = {
      installed: fleet.installed ?? [],
      uninstalled: fleet.uninstalled ?? [],
      platform: platformOf(fleet.platform),
      tools: tools === undefined ? this.session.tools : readKnownTools(json.parse(text(tools) ?? '').root),
      claudeCode:
        files.claudeCode === undefined
          ? undefined
          : claudeCodeManaged({ uri: files.claudeCode, root: json.parse(text(files.claudeCode) ?? '').root }),
      target: {
        ...target,
        minimumVersion: fleet.minimumVersion ?? minimumVersion ?? target.minimumVersion,
        hosts: hosts ?? target.hosts,
      },
    };
    const input = deviceInput({ workspace, text }, sources, circumstances);
    const outcome = { sources, circumstances, input };
    this.#known.set(key, { on, outcome });
    return outcome;
  }

  /** The files that a fleet names, and the only one found of each other kind. */
  #sources({ policies, orgPlugins, userConfig }: FleetFiles, folder: string): Sources {
    const candidates = candidatesIn(this.session.workspace, (uri) => isIn(folder, uri));
    const { sources, ambiguous } = resolveCandidates(
      {
        policies: policies ? [] : candidates.policies,
        pluginFolders: orgPlugins === undefined ? candidates.pluginFolders : [],
        userConfigs: userConfig === undefined ? candidates.userConfigs : [],
      },
      {},
    );
    const [unclear] = ambiguous;
    if (unclear) throw new SideError(`the folder contains ${countWords(unclear)}, so name one in a fleet`);
    return {
      policies: policies ?? sources.policies,
      orgPlugins: (orgPlugins === undefined ? sources.orgPlugins : orgPlugins) ?? undefined,
      userConfig: (userConfig === undefined ? sources.userConfig : userConfig) ?? undefined,
    };
  }

  #toolsFile({ folder, settings }: NearestSettings): string | undefined {
    const { workspace } = this.session;
    if (settings.tools !== undefined) return join(folder, settings.tools);
    return [folder, ...foldersAbove(folder)]
      .map((each) => join(each, defaultToolsFile))
      .find((uri) => workspace.files.file(uri));
  }

  #text(uri: string): string | undefined {
    const text = this.session.workspace.get(uri)?.text ?? this.session.open.get(uri)?.getText();
    if (text !== undefined) return text;
    if (!this.#elsewhere.has(uri)) this.#wanted.add(uri);
    return this.#elsewhere.get(uri);
  }

  /** Returns why a file cannot be used, in words. */
  #problemOf(uri: string, text: string | undefined, { policies }: Sources) {
    if (text === undefined) return { message: `no such file: ${this.#shown(uri)}`, isBroken: false };
    const syntax = policies.some((policy) => policy.uri === uri) ? policySyntax : json;
    const broken = breakOf(syntax.parse(text));
    if (!broken) return undefined;
    const line = new Lines(text).positionAt(broken.range.start).line + 1;
    const message = `${this.#shown(uri)}:${line} cannot be read: ${broken.message.replace(/\.$/, '')}`;
    return { message, isBroken: true };
  }

  #shown(uri: string): string {
    return labelOf(this.session, uri);
  }
}

const keyOf = ({ folder }: NearestSettings, name: string | undefined): string => JSON.stringify([folder, name]);

const platformOf = (name: string | undefined): EffectiveInput['platform'] => {
  if (name === undefined) return undefined;
  const found = platforms.find((each) => each === name);
  if (!found) throw new SideError(`\`platform\` must be one of ${platforms.join(', ')}; not \`${name}\``);
  return found;
};
