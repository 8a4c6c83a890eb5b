import { nameOf, parentOf } from '../base/uri.ts';
import type { PluginRoot, PluginRoots } from '../model.ts';
import type { FileTable } from './fileTable.ts';

const components = ['skills', 'commands', 'agents', 'hooks', '.mcp.json'];

/**
 * Finds plugin folders by file names only. A folder is a plugin if it has `.claude-plugin/plugin.json` (or the misnamed folder
 * without its dot), or if it is directly in an org-plugins folder, where every subfolder is a plugin.
 */
export class Roots implements PluginRoots {
  /** Cached results by folder; cleared when a file is added or removed. */
  readonly #known = new Map<string, PluginRoot | undefined>();
  #version = -1;

  constructor(
    readonly files: FileTable,
    readonly configured: readonly string[] = [],
  ) {}

  /** Whether `folder` is an org-plugins folder, by its name or by the user's settings. */
  isMount(folder: string): boolean {
    return this.configured.includes(folder) || nameOf(folder) === 'org-plugins';
  }

  pluginOf(uri: string): PluginRoot | undefined {
    for (let folder = uri; ; ) {
      const root = this.#rootAt(folder);
      if (root) return root;
      const parent = parentOf(folder);
      if (parent === folder) return undefined;
      folder = parent;
    }
  }

  /** Returns all plugin folders, sorted by URI. */
  all(): PluginRoot[] {
    return [...this.#directories()]
      .flatMap((folder) => this.#rootAt(folder) ?? [])
      .sort((a, b) => (a.uri < b.uri ? -1 : 1));
  }

  /** Returns all existing org-plugins folders, sorted. */
  mounts(): string[] {
    return [...this.#directories()].filter((folder) => this.isMount(folder)).sort();
  }

  *#directories(): Iterable<string> {
    const seen = new Set<string>();
    for (const folder of this.files.folders()) {
      for (const uri of [folder, ...this.files.list(folder).flatMap((e) => (e.type === 'directory' ? e.uri : []))]) {
        if (!seen.has(uri)) yield uri;
        seen.add(uri);
      }
    }
  }

  #rootAt(folder: string): PluginRoot | undefined {
    if (this.#version !== this.files.version) this.#known.clear();
    this.#version = this.files.version;
    const known = this.#known.get(folder);
    if (known || this.#known.has(folder)) return known;
    const root = this.#findAt(folder);
    this.#known.set(folder, root);
    return root;
  }

  #findAt(folder: string): PluginRoot | undefined {
    if (this.files.file(folder)?.type === 'file') return undefined;
    const parent = parentOf(folder);
    const directory = nameOf(folder);
    const isChildOfMount =
      parent !== folder &&
      !directory.startsWith('.') &&
      this.files.file(folder)?.type === 'directory' &&
      this.isMount(parent);
    const manifest = this.#manifestOf(folder);
    if (!isChildOfMount && !manifest && !this.#hasMisnamedManifest(folder)) return undefined;
    const skill = this.files.has(folder, 'SKILL.md') ? `${folder}/SKILL.md` : undefined;
    return { uri: folder, directory, mount: isChildOfMount ? parent : undefined, manifest: manifest ?? skill };
  }

  #manifestOf(folder: string): string | undefined {
    const inside = `${folder}/.claude-plugin`;
    return this.files.has(inside, 'plugin.json') ? `${inside}/plugin.json` : undefined;
  }

  /** Whether `claude-plugin/plugin.json` is a misnamed manifest: not if that folder is itself a plugin or a package. */
  #hasMisnamedManifest(folder: string): boolean {
    const inside = `${folder}/claude-plugin`;
    if (!this.files.has(inside, 'plugin.json') || this.files.has(folder, '.claude-plugin')) return false;
    return (
      components.some((name) => this.files.has(folder, name)) &&
      !components.some((name) => this.files.has(inside, name))
    );
  }
}
