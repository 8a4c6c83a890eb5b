import fs from 'node:fs';
import {
  breakOf,
  claudeCodeManaged,
  type EffectiveInput,
  extensions,
  fsPath,
  json,
  type KnownTool,
  Lines,
  type Parsed,
  type PolicyRole,
  parentOf,
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
import { type Circumstances, deviceInput, unreadNotes } from '../sides/side.ts';
import { type AmbiguousSource, candidatesIn, countWords, resolveCandidates, type Sources } from '../sides/sources.ts';
import { oneOf, targetOf } from './args.ts';
import { existing, type Opened, openPaths, readText, settingsAt, shownPath } from './opened.ts';
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

type Values = {
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
  settings(isNamed: boolean): Settings;
  /** A result with neither policy nor plugins is valid too. */
  readonly mayBeEmpty?: true;
}

/** The disk: every named file must exist. */
const onDisk = (folder: string): DeviceFiles => ({
  folder,
  top: () => existing(folder),
  find: async (name) => existing(name),
  text: async (uri) => readText(uri),
  open: openPaths,
  settings: (isNamed) => settingsAt(existing(isNamed ? '.' : folder)),
});

/** The files that were named, or found in a folder. */
interface Chosen {
  readonly opened: Opened | undefined;
  readonly sources: Sources;
}

/**
 * Reads the device that the options describe; if they name no file, the one in the folder.
 * @param fixed overrides options and settings, so that two sides are read in the same way.
 */
export async function readDevice(
  values: Values,
  where: string | DeviceFiles,
  fixed: Partial<Circumstances> = {},
): Promise<DeviceSources> {
  const files = typeof where === 'string' ? onDisk(where) : where;
  const isNamed = (values.policy ?? values['org-plugins'] ?? values['user-config']) !== undefined;
  const settings = files.settings(isNamed);
  const { opened, sources } = isNamed ? await named(values, settings, files) : await found(settings, files);
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
    platform:
      values.platform === undefined ? undefined : oneOf('--platform', values.platform, ['macos', 'windows', 'linux']),
    extensions: extensions((await optional(values.extensions)) ?? { uri: '', root: undefined }),
    claudeCode: claudeCodeManaged(await optional(values['claude-code-managed'])),
    tools: fixed.tools ?? readTools(values.tools, settings),
    target: fixed.target ?? targetOf(values, settings),
  };
  const text = (uri: string) => texts.get(uri) ?? opened?.workspace.get(uri)?.text;
  return {
    input: deviceInput({ workspace: opened?.workspace, text }, sources, circumstances),
    text,
    notes: unreadNotes(opened?.unreadable ?? [], shownPath),
    isIncomplete: opened?.unreadable.some((each) => matters(each, opened.workspace)) ?? false,
  };
}

/** Whether the app would have read the file: it skips links out of a plugin, but follows a link that is a plugin itself. */
const matters = ({ uri, isLink, isRead }: Unreadable, { roots }: Workspace): boolean =>
  !isRead && (!isLink || roots.isMount(parentOf(uri)));

async function named(values: Values, settings: Settings, files: DeviceFiles): Promise<Chosen> {
  const find = async (name: string | undefined) => (name === undefined ? undefined : files.find(name));
  const orgPlugins = await find(values['org-plugins']);
  const mount = orgPlugins === undefined ? [] : [fsPath(orgPlugins)];
  const opened =
    orgPlugins === undefined ? undefined : await files.open([orgPlugins], { ...settings, directories: mount });
  const policies: { uri: string; role: PolicyRole }[] = [];
  for (const word of values.policy ?? []) {
    const [, name, file = word] = /^(\w+)=(.*)$/.exec(word) ?? [];
    const role = name === undefined ? 'managed' : oneOf('the role of a policy', name, policyRoles);
    const uri = await files.find(file);
    if (uri !== undefined) policies.push({ uri, role });
  }
  return { opened, sources: { policies, orgPlugins, userConfig: await find(values['user-config']) } };
}

/** The option for each source. */
const optionOf: Readonly<Record<AmbiguousSource['what'], string>> = {
  policies: '--policy',
  pluginFolders: '--org-plugins',
  userConfigs: '--user-config',
};

/** Finds one policy, one org-plugins folder and one user configuration. */
async function found(settings: Settings, files: DeviceFiles): Promise<Chosen> {
  const { folder } = files;
  const top = files.top();
  const opened = await files.open(top === undefined ? [] : [top], settings);
  const { sources, ambiguous } = resolveCandidates(candidatesIn(opened.workspace, opened.asked), {});
  for (const each of ambiguous) {
    const { what, uris } = each;
    const some = `${uris.slice(0, 3).map(shownPath).join(', ')}${uris.length > 3 ? ' …' : ''}`;
    throw new UsageError(`${folder} contains ${countWords(each)} (${some}): name one with ${optionOf[what]}`);
  }
  if (sources.policies.length === 0 && sources.orgPlugins === undefined && !files.mayBeEmpty) {
    throw new UsageError(
      `${folder} contains no policy and no plugins folder: name them with --policy and --org-plugins`,
    );
  }
  return { opened, sources };
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

/** Splits `--installed a,b` like `--installed a --installed b`. */
const names = (words: readonly string[] = []): string[] =>
  words.flatMap((word) => word.split(',')).filter((word) => word !== '');
