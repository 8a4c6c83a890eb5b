import fs from 'node:fs';
import {
  atLeast,
  breakOf,
  claudeCodeManaged,
  type EffectiveInput,
  extensions,
  fsPath,
  isIn,
  json,
  type KnownTool,
  Lines,
  newestVersion,
  type Parsed,
  type PolicyRole,
  parentOf,
  platforms,
  policyRoles,
  policySyntax,
  readKnownTools,
  type Syntax,
  surfaces,
  type Tree,
  type Workspace,
} from '../core/index.ts';
import type { Unreadable } from '../disk/fileSystem.ts';
import type { Settings } from '../settings.ts';
import { none } from '../sides/none.ts';
import { type Circumstances, deviceInput, unreadNotes } from '../sides/side.ts';
import { type AmbiguousSource, candidatesIn, countWords, resolveCandidates, type Sources } from '../sides/sources.ts';
import { oneOf, targetOf } from './args.ts';
import { existing, type Opened, openPaths, readText, settingsAt, shownPath } from './opened.ts';
import { misspelledKeys, requireKnownKey } from './policyKeys.ts';
import { UsageError } from './usage.ts';

/** The options that say which files describe one device. */
export const deviceOptions = {
  policy: { type: 'string', multiple: true },
  'org-plugins': { type: 'string' },
  'user-config': { type: 'string' },
  tools: { type: 'string' },
  surface: { type: 'string', multiple: true },
  installed: { type: 'string', multiple: true },
  uninstalled: { type: 'string', multiple: true },
  extensions: { type: 'string' },
  'claude-code-managed': { type: 'string' },
  platform: { type: 'string' },
} as const;

/** Expands `--installed a b` to `--installed a --installed b`. */
export function severalNames(args: readonly string[]): string[] {
  let option: string | undefined;
  return args.flatMap((word, i) => {
    if (word.startsWith('-')) option = /^--(un)?installed$/.test(word) ? word : undefined;
    const isFurther = option !== undefined && !word.startsWith('-') && args[i - 1] !== option;
    return isFurther && option !== undefined ? [option, word] : [word];
  });
}

/** The values of the options. */
export type Values = {
  readonly [Key in keyof typeof deviceOptions]?: (typeof deviceOptions)[Key] extends { multiple: true }
    ? string[]
    : string;
} & Parameters<typeof targetOf>[0];

/** The input of an evaluation, and the texts to which its origins refer. */
export interface DeviceSources {
  readonly input: EffectiveInput;
  readonly text: (uri: string) => string | undefined;
  /** What could not be followed or read in the searched folder, one sentence each. */
  readonly notes: readonly string[];
  /** Whether a file that could change the result was not read. */
  readonly isIncomplete: boolean;
  /** What was evaluated. */
  readonly sources: Sources;
}

/** Where the files of a device are: on disk, or in a revision of a repository. */
export interface DeviceFiles {
  /** The display name of the searched folder, and its URI; without a URI it is empty. */
  readonly folder: string;
  top(): string | undefined;
  /** Returns the URI of a file or folder that an option names; undefined if it is missing and may be. */
  find(name: string): Promise<string | undefined>;
  /** @throws UsageError if there is no readable text. */
  text(uri: string): Promise<string>;
  open(uris: readonly string[], settings: Settings): Promise<Opened>;
  settings(): Settings;
  /** A result with neither policy nor plugins is valid too. */
  readonly mayBeEmpty?: true;
  /** A single policy is the whole side: nothing else is looked for. */
  readonly isLone?: boolean;
}

/** The disk: every named file must exist. */
const onDisk = (folder: string): DeviceFiles => ({
  folder,
  top: () => existing(folder),
  find: async (name) => existing(name),
  text: async (uri) => readText(uri),
  open: openPaths,
  settings: () => settingsAt(existing(folder)),
});

/** The files that were named, or found in a folder. */
interface Chosen {
  readonly opened: Opened | undefined;
  readonly sources: Sources;
}

/**
 * Reads the device that the options describe: the sources that they name, and of each other kind the one in the folder.
 * @param fixed overrides options and settings, so that two sides are read in the same way.
 */
export async function readDevice(
  values: Values,
  where: string | DeviceFiles,
  fixed: Partial<Circumstances> = {},
): Promise<DeviceSources> {
  const files = typeof where === 'string' ? onDisk(where) : where;
  const settings = files.settings();
  const { opened, sources } = await choose(values, settings, files);
  const texts = new Map<string, string>();
  const parsed = async (uri: string, syntax: Syntax): Promise<Parsed> => {
    const text = await files.text(uri);
    texts.set(uri, text);
    return readParsed(uri, text, syntax);
  };
  const optional = async (name: string | undefined): Promise<Tree | undefined> => {
    const uri = name === undefined ? undefined : await files.find(name);
    return uri === undefined ? undefined : { uri, root: (await parsed(uri, json)).root };
  };
  for (const { uri } of sources.policies) await parsed(uri, policySyntax);
  if (sources.userConfig !== undefined) await parsed(sources.userConfig, json);
  const circumstances = {
    installed: names(values.installed),
    uninstalled: names(values.uninstalled),
    surfaces: values.surface ? values.surface.map((name) => oneOf('--surface', name, surfaces)) : surfaces,
    platform: values.platform === undefined ? undefined : oneOf('--platform', values.platform, platforms),
    extensions: extensions((await optional(values.extensions)) ?? { uri: '', root: undefined }),
    claudeCode: fixed.claudeCode ?? claudeCodeManaged(await optional(values['claude-code-managed'])),
    tools: fixed.tools ?? readTools(values.tools, settings),
    target: fixed.target ?? targetOf(values, settings),
  };
  const text = (uri: string) => texts.get(uri) ?? opened?.workspace.get(uri)?.text;
  const input = deviceInput({ workspace: opened?.workspace, text }, sources, circumstances);
  return {
    sources,
    input,
    text,
    notes: unreadNotes(opened?.unreadable ?? [], shownPath),
    isIncomplete: opened?.unreadable.some((each) => matters(each, opened.workspace)) ?? false,
  };
}

/** Whether the app would have read the file: it skips links out of a plugin, but follows a link that is a plugin itself. */
const matters = ({ uri, isLink, isRead }: Unreadable, { roots }: Workspace): boolean =>
  !isRead && (!isLink || roots.isMount(parentOf(uri)));

/** The sources that options name: undefined where an option is missing, so that the source is looked for. */
async function namedSources(
  values: Values,
  files: DeviceFiles,
): Promise<{ [Key in keyof Sources]?: Sources[Key] | null }> {
  const find = async (name: string | undefined) =>
    name === undefined ? undefined : name === none ? null : ((await files.find(name)) ?? null);
  const { policy, 'org-plugins': orgPlugins, 'user-config': userConfig } = values;
  return {
    ...(policy && { policies: await namedPolicies(policy, files) }),
    ...(orgPlugins !== undefined && { orgPlugins: await find(orgPlugins) }),
    ...(userConfig !== undefined && { userConfig: await find(userConfig) }),
  };
}

/** @throws UsageError if two files have the same role: only one of them would count. */
async function namedPolicies(words: readonly string[], files: DeviceFiles): Promise<Sources['policies']> {
  const policies: { uri: string; role: PolicyRole }[] = [];
  const roles = new Set<PolicyRole>();
  for (const word of words) {
    if (word === none) continue;
    const [, name, file = word] = /^(\w+)=(.*)$/.exec(word) ?? [];
    const role = name === undefined ? 'managed' : oneOf('the role of a policy', name, policyRoles);
    const uri = await files.find(file);
    // One side of a comparison need not have it: a policy that was renamed has one name on each.
    if (uri === undefined) continue;
    if (roles.has(role)) {
      throw new UsageError(
        `two policies have the role ${role}, but a device has one: name their roles, such as --policy hklm=FILE --policy hkcu=FILE`,
      );
    }
    roles.add(role);
    policies.push({ uri, role });
  }
  return policies;
}

/** The option for each source. */
const optionOf: Readonly<Record<AmbiguousSource['what'], string>> = {
  policies: '--policy',
  pluginFolders: '--org-plugins',
  userConfigs: '--user-config',
};

/** Returns the sources that options name, and the only one found of each other kind. */
async function choose(values: Values, settings: Settings, files: DeviceFiles): Promise<Chosen> {
  const named = await namedSources(values, files);
  const isComplete = named.policies !== undefined && named.orgPlugins !== undefined && named.userConfig !== undefined;
  const top = isComplete || files.isLone ? undefined : files.top();
  const mount = named.orgPlugins ?? undefined;
  const uris = [...new Set([top, mount])].filter((uri) => uri !== undefined);
  if (uris.length === 0 && Object.keys(named).length > 0) return { opened: undefined, sources: sourcesOf(named, {}) };
  const directories = [...(settings.directories ?? []), ...(mount === undefined ? [] : [fsPath(mount)])];
  const opened = await files.open(uris, directories.length > 0 ? { ...settings, directories } : settings);
  const isFound = (uri: string) => top !== undefined && isIn(top, uri) && opened.asked(uri);
  const candidates = candidatesIn(opened.workspace, isFound);
  const { sources: found, ambiguous } = resolveCandidates(
    {
      policies: named.policies === undefined ? candidates.policies : [],
      pluginFolders: named.orgPlugins === undefined ? candidates.pluginFolders : [],
      userConfigs: named.userConfig === undefined ? candidates.userConfigs : [],
    },
    {},
  );
  refuseAmbiguous(ambiguous, files.folder);
  const sources = sourcesOf(named, found);
  if (Object.keys(named).length === 0 && sources.policies.length === 0 && !sources.orgPlugins && !files.mayBeEmpty) {
    throw new UsageError(
      `${files.folder} contains no policy and no plugins folder: name them with --policy and --org-plugins`,
    );
  }
  return { opened, sources };
}

const sourcesOf = (named: Awaited<ReturnType<typeof namedSources>>, found: Partial<Sources>): Sources => ({
  policies: named.policies ?? found.policies ?? [],
  orgPlugins: (named.orgPlugins === undefined ? found.orgPlugins : named.orgPlugins) ?? undefined,
  userConfig: (named.userConfig === undefined ? found.userConfig : named.userConfig) ?? undefined,
});

function refuseAmbiguous(ambiguous: readonly AmbiguousSource[], folder: string): void {
  for (const each of ambiguous) {
    const { what, uris } = each;
    const some = `${uris.slice(0, 3).map(shownPath).join(', ')}${uris.length > 3 ? ' …' : ''}`;
    const option = optionOf[what];
    throw new UsageError(
      `${folder} contains ${countWords(each)} (${some}): name one with ${option}, or write ${option} ${none}`,
    );
  }
}

/** Reads tools by server from a file on disk: the named one, otherwise the one in the settings, if any. */
export function readTools(name: string | undefined, { tools }: Settings): ReadonlyMap<string, readonly KnownTool[]> {
  const file = name ?? (tools !== undefined && fs.existsSync(tools) ? tools : undefined);
  if (file === undefined) return new Map();
  const uri = existing(file);
  return readKnownTools(readParsed(uri, readText(uri), json).root);
}

/** Returns the file parsed with `syntax`. A mistake that affects more than one value is reported in one line. */
export function readParsed(uri: string, text: string, syntax: Syntax): Parsed {
  const parsed = syntax.parse(text);
  const problem = breakOf(parsed);
  if (!problem) return parsed;
  const { line, character } = new Lines(text).positionAt(problem.range.start);
  throw new UsageError(`${shownPath(uri)}:${line + 1}:${character + 1} cannot be read: ${problem.message}`);
}

/**
 * Returns what options and policies name that does not exist, a sentence each: most likely a typing mistake.
 * @throws UsageError for a policy of which no key is known.
 */
export function unknownNames(values: Values, ...sides: readonly Pick<DeviceSources, 'input'>[]): string[] {
  const policies = sides.flatMap(({ input }) => input.policies);
  for (const { uri, root } of policies) requireKnownKey(uri, root);
  const directories = new Set(sides.flatMap(({ input }) => input.plugins.map(({ directory }) => directory)));
  const plugins = [...names(values.installed), ...names(values.uninstalled)].filter((name) => !directories.has(name));
  const version = sides[0]?.input.target.minimumVersion ?? newestVersion;
  return [
    ...policies.flatMap(({ uri, root }) => misspelledKeys(uri, root)),
    ...plugins.map((name) => `no plugin is in a folder called ${name}, so naming it has no effect.`),
    ...(atLeast(newestVersion, version)
      ? []
      : [
          `app ${version} is newer than ${newestVersion}, the newest that Plugboard knows: what it changed is not considered.`,
        ]),
  ];
}

/** Splits `--installed a,b` like `--installed a --installed b`. */
const names = (words: readonly string[] = []): string[] =>
  words.flatMap((word) => word.split(',')).filter((word) => word !== '');
