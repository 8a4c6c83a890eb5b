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

/** What says which files make one device. */
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

/** `--installed a b` says the same as `--installed a --installed b`. */
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

/** The input of an evaluation, and the texts that its origins point into. */
export interface DeviceSources {
  readonly input: EffectiveInput;
  readonly text: (uri: string) => string | undefined;
  /** What could not be followed or read in the folder that was searched, a sentence each. */
  readonly notes: readonly string[];
  /** Whether something that could change the answer was not read. */
  readonly isIncomplete: boolean;
}

/** Where the files of a device lie: on the disk, or in a revision of a repository. */
export interface DeviceFiles {
  /** What people call the folder that is searched, and its address; none is an empty one. */
  readonly folder: string;
  top(): string | undefined;
  /** The address of a file or folder that an option names; undefined where it need not be there. */
  find(name: string): Promise<string | undefined>;
  /** @throws UsageError when there is no readable text. */
  text(uri: string): Promise<string>;
  open(uris: readonly string[], settings: Settings): Promise<Opened>;
  settings(isNamed: boolean): Settings;
  /** Neither policy nor plugins are an answer, too. */
  readonly mayBeEmpty?: true;
}

/** The disk: whatever is named must be there. */
const onDisk = (folder: string): DeviceFiles => ({
  folder,
  top: () => existing(folder),
  find: async (name) => existing(name),
  text: async (uri) => readText(uri),
  open: openPaths,
  settings: (isNamed) => settingsAt(existing(isNamed ? '.' : folder)),
});

/** Which files were named, or found in a folder. */
interface Chosen {
  readonly opened: Opened | undefined;
  readonly sources: Sources;
}

/**
 * Reads the device that the options describe; without any file named, the one that lies in the folder.
 * @param fixed what counts instead of what the options and settings say, so that two sides are read alike.
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

/** Whether the app would have read it: it skips links out of a plugin, but follows one that is a plugin itself. */
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

/** The option that names a source. */
const optionOf: Readonly<Record<AmbiguousSource['what'], string>> = {
  policies: '--policy',
  pluginFolders: '--org-plugins',
  userConfigs: '--user-config',
};

/** Looks for one policy, one org-plugins folder and one user configuration. */
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

/** The tools that a file on the disk lists by server: the one that is named, else the one of the settings if there is one. */
export function readTools(name: string | undefined, { tools }: Settings): ReadonlyMap<string, readonly KnownTool[]> {
  const file = name ?? (tools !== undefined && fs.existsSync(tools) ? tools : undefined);
  if (file === undefined) return new Map();
  const uri = existing(file);
  return readKnownTools(readParsed(uri, readText(uri), json).root);
}

/** What `syntax` reads of a file. A mistake that spoils more than one value is said in one line. */
export function readParsed(uri: string, text: string, syntax: Syntax): Parsed {
  const parsed = syntax.parse(text);
  const problem = breakOf(parsed);
  if (!problem) return parsed;
  const { line, character } = new Lines(text).positionAt(problem.range.start);
  throw new UsageError(`${shownPath(uri)}:${line + 1}:${character + 1} cannot be read: ${problem.message}`);
}

/** `--installed a,b` and `--installed a --installed b` say the same. */
const names = (words: readonly string[] = []): string[] =>
  words.flatMap((word) => word.split(',')).filter((word) => word !== '');
