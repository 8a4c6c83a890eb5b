import { isIn, type PolicyRole, parentOf, type Workspace } from '../core/index.ts';

/** The URIs of the files that describe one device. */
export interface Sources {
  readonly policies: readonly { readonly uri: string; readonly role: PolicyRole }[];
  /** The folder of plugins. */
  readonly orgPlugins?: string | undefined;
  /** `claude_desktop_config.json` */
  readonly userConfig?: string | undefined;
}

/** The URIs of possible sources, each list sorted. */
export interface Candidates {
  readonly policies: readonly string[];
  /** Folders of plugins, one of which must be the device's. */
  readonly pluginFolders: readonly string[];
  readonly userConfigs: readonly string[];
}

/** More than one file could be a source and none was chosen: `uris[0]` is used. */
export interface AmbiguousSource {
  readonly what: keyof Candidates;
  readonly uris: readonly string[];
}

/** The sources of a side, and which of them were guessed. */
export interface ResolvedSources {
  readonly sources: Sources;
  readonly ambiguous: readonly AmbiguousSource[];
}

/**
 * Finds the possible sources of a device. Policies inside plugins are examples, and unsaved ones do not apply to a device, so
 * neither count.
 * @param isAsked excludes files that were only read as part of the surroundings.
 */
export function candidatesIn(workspace: Workspace, isAsked: (uri: string) => boolean = () => true): Candidates {
  const { roots } = workspace;
  const ofKind = (kind: string) =>
    [...workspace.all()]
      .filter((document) => document.kind.id === kind && isAsked(document.uri))
      .map(({ uri }) => uri)
      .sort();
  return {
    policies: ofKind('policy').filter((uri) => uri.startsWith('file:') && !roots.pluginOf(uri)),
    pluginFolders: pluginFolders(workspace, isAsked),
    userConfigs: ofKind('desktopConfig'),
  };
}

/**
 * Returns org-plugins folders. A workspace without one is a repository of plugins, in which the folder that contains them takes
 * the role of a device's org-plugins folder: those of marketplaces, otherwise the one that contains all plugins.
 */
function pluginFolders(workspace: Workspace, isAsked: (uri: string) => boolean): readonly string[] {
  const mounts = workspace.roots.mounts().filter(isAsked);
  if (mounts.length > 0) return mounts;
  const fetched = marketplaceFolders(workspace);
  if (fetched.length > 0) return fetched;
  const parents = pluginParents(workspace);
  return parents.length === 1 ? parents : [];
}

/** Returns all folders whose plugins a user may want to see in force: org-plugins folders, then those of marketplaces. */
export const choosablePluginFolders = (workspace: Workspace): string[] => [
  ...new Set([...workspace.roots.mounts(), ...marketplaceFolders(workspace)]),
];

const pluginParents = ({ roots }: Workspace): string[] =>
  [...new Set(roots.all().map(({ uri }) => parentOf(uri)))].sort();

function marketplaceFolders(workspace: Workspace): string[] {
  const { files } = workspace;
  const tops = [...files.folders()].filter((folder) => files.file(`${folder}/.claude-plugin/marketplace.json`));
  return pluginParents(workspace).filter((folder) => tops.some((top) => isIn(top, folder)));
}

/**
 * Decides which files describe a device: those that were chosen, otherwise the only ones found. This is the only place that
 * decides what happens if there are several: the first is used, and `ambiguous` lists all, so that the command line can ask and
 * the editor can say so.
 */
export function resolveCandidates(candidates: Candidates, chosen: Partial<Sources>): ResolvedSources {
  const ambiguous: AmbiguousSource[] = [];
  const first = (what: keyof Candidates): string | undefined => {
    const uris = candidates[what];
    if (uris.length > 1) ambiguous.push({ what, uris });
    return uris[0];
  };
  const policy = chosen.policies ? undefined : first('policies');
  const sources = {
    policies: chosen.policies ?? (policy === undefined ? [] : [{ uri: policy, role: 'managed' as const }]),
    orgPlugins: chosen.orgPlugins ?? first('pluginFolders'),
    userConfig: chosen.userConfig ?? first('userConfigs'),
  };
  return { sources, ambiguous };
}

/** Returns what an evaluation looks at, a sentence for each source. @param shown returns the display name of a file */
export function evaluatedWords({ policies, orgPlugins, userConfig }: Sources, shown: (uri: string) => string): string {
  const named = policies.map(({ uri, role }) => (role === 'managed' ? shown(uri) : `${shown(uri)} (${role})`));
  const words = [
    `Policy: ${named.join(', ') || 'none'}`,
    `Plugins: ${orgPlugins === undefined ? 'none' : shown(orgPlugins)}`,
    `User configuration: ${userConfig === undefined ? 'none' : shown(userConfig)}`,
  ];
  return `${words.join('. ')}.`;
}

const many: Readonly<Record<AmbiguousSource['what'], string>> = {
  policies: 'policies',
  pluginFolders: 'folders of plugins',
  userConfigs: 'user configurations',
};

/** Returns what there are several of: `3 policies`. */
export const countWords = ({ what, uris }: AmbiguousSource): string => `${uris.length} ${many[what]}`;

/** Returns which of several sources is used although none was chosen. @param shown returns the display name of a file */
export const guessSentence = (ambiguous: AmbiguousSource, shown: (uri: string) => string): string =>
  `There are ${countWords(ambiguous)} and none is selected, so \`${shown(ambiguous.uris[0] ?? '')}\` is used.`;
