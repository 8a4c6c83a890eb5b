import { nameOf, parentOf } from '../base/uri.ts';
import type { PluginRoot, PluginRoots } from '../model.ts';
import type { FileTable } from './fileTable.ts';

const components = ['skills', 'commands', 'agents', 'hooks', '.mcp.json'];

/**
 * Finds plugin folders by names alone. A folder is one when it has `.claude-plugin/plugin.json` (or means to: the folder
 * without its dot), or when it stands directly in an org-plugins folder, where every subfolder is one plugin.
 */
export class Roots implements PluginRoots {
  /** What was found at each folder, as long as no file comes or goes. */
  readonly #known = new Map<string, PluginRoot | undefined>();
  #version = -1;

  constructor(
    readonly files: FileTable,
    readonly configured: readonly string[] = [],
  ) {}

  /** Whether `folder` is an org-plugins folder: by its name, or because the user said so. */
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

  /** Every plugin folder, sorted by address. */
  all(): PluginRoot[] {
    return [...this.#directories()]
      .flatMap((folder) => this.#rootAt(folder) ?? [])
      .sort((a, b) => (a.uri < b.uri ? -1 : 1));
  }

  /** Every org-plugins folder that is there, sorted. */
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

  /** `claude-plugin/plugin.json`, unless that folder is a plugin or a package of its own. */
  #hasMisnamedManifest(folder: string): boolean {
    const inside = `${folder}/claude-plugin`;
    if (!this.files.has(inside, 'plugin.json') || this.files.has(folder, '.claude-plugin')) return false;
    return (
      components.some((name) => this.files.has(folder, name)) &&
      !components.some((name) => this.files.has(inside, name))
    );
  }
}
