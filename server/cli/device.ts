import fs from 'node:fs';
import { Lines } from '../core/base/text.ts';
import { fsPath, parentOf } from '../core/base/uri.ts';
import { effectiveInput } from '../core/effective/fromWorkspace.ts';
import {
  type EffectiveInput,
  type KnownTool,
  type PolicyRole,
  policyRoles,
  type Tree,
} from '../core/effective/input.ts';
import { surfaces } from '../core/effective/model.ts';
import { policySources } from '../core/effective/policySources.ts';
import { claudeCodeManaged, extensions, knownTools } from '../core/effective/readInputs.ts';
import { policySyntax } from '../core/policy/policySyntax.ts';
import { json } from '../core/syntax/json/json.ts';
import { child } from '../core/syntax/node.ts';
import { breakOf, type Parsed, type Syntax } from '../core/syntax/syntax.ts';
import type { Workspace } from '../core/workspace/workspace.ts';
import type { Settings } from '../settings.ts';
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
export interface Sources {
  readonly input: EffectiveInput;
  readonly text: (uri: string) => string | undefined;
}

/** Which files were named, or found in a folder. */
interface Chosen {
  readonly workspace: Workspace | undefined;
  readonly policies: readonly { readonly uri: string; readonly role: PolicyRole }[];
  readonly orgPlugins: string | undefined;
  readonly userConfig: string | undefined;
}

/** Where the files of a device lie: on the disk, or in a revision of a repository. */
export interface Files {
  /** What people call the folder that is searched, and its address; none is an empty one. */
  readonly folder: string;
  top(): string | undefined;
  /** The address of a file or folder that an option names; undefined where it need not be there. */
  find(name: string): string | undefined;
  text(uri: string): string;
  open(uris: readonly string[], settings: Settings): Promise<Opened>;
  settings(isNamed: boolean): Settings;
  /** Neither policy nor plugins are an answer, too. */
  readonly mayBeEmpty?: true;
}

/** The disk: whatever is named must be there. */
const onDisk = (folder: string): Files => ({
  folder,
  top: () => existing(folder),
  find: existing,
  text: readText,
  open: openPaths,
  settings: (isNamed) => settingsAt(existing(isNamed ? '.' : folder)),
});

/** Reads the device that the options describe; without any file named, the one that lies in the folder. */
export async function readDevice(values: Values, where: string | Files): Promise<Sources> {
  const files = typeof where === 'string' ? onDisk(where) : where;
  const isNamed = (values.policy ?? values['org-plugins'] ?? values['user-config']) !== undefined;
  const settings = files.settings(isNamed);
  const chosen = isNamed ? await named(values, settings, files) : await found(settings, files);
  const texts = new Map<string, string>();
  const parsed = (uri: string, syntax: Syntax): Parsed => {
    const text = files.text(uri);
    texts.set(uri, text);
    return readParsed(uri, text, syntax);
  };
  const tree = (uri: string): Tree => ({ uri, root: parsed(uri, json).root });
  const optional = (name: string | undefined) => {
    const uri = name === undefined ? undefined : files.find(name);
    return uri === undefined ? undefined : tree(uri);
  };
  const policies = chosen.policies.flatMap(({ uri, role }) => policySources(uri, parsed(uri, policySyntax), role));
  const user = chosen.userConfig === undefined ? undefined : tree(chosen.userConfig);
  const { workspace, orgPlugins } = chosen;
  const choice = {
    policies: [],
    orgPlugins,
    installed: names(values.installed),
    uninstalled: names(values.uninstalled),
    surfaces: values.surface ? values.surface.map((name) => oneOf('--surface', name, surfaces)) : surfaces,
    platform:
      values.platform === undefined ? undefined : oneOf('--platform', values.platform, ['macos', 'windows', 'linux']),
    tools: readTools(values.tools, settings),
    extensions: extensions(optional(values.extensions) ?? { uri: '', root: undefined }),
    claudeCode: claudeCodeManaged(optional(values['claude-code-managed'])),
    target: targetOf(values, settings),
  };
  const plugins = workspace ? effectiveInput(workspace, choice).plugins : [];
  const { policies: _, orgPlugins: __, installed: ___, uninstalled: ____, ...rest } = choice;
  const userServers = user && { uri: user.uri, root: child(user.root, 'mcpServers') };
  return {
    input: { ...rest, policies, plugins, userServers },
    text: (uri) => texts.get(uri) ?? workspace?.get(uri)?.text,
  };
}

async function named(values: Values, settings: Settings, files: Files): Promise<Chosen> {
  const find = (name: string | undefined) => (name === undefined ? undefined : files.find(name));
  const orgPlugins = find(values['org-plugins']);
  const mount = orgPlugins === undefined ? [] : [fsPath(orgPlugins)];
  const opened =
    orgPlugins === undefined ? undefined : await files.open([orgPlugins], { ...settings, directories: mount });
  const policies = (values.policy ?? []).flatMap((word) => {
    const [, name, file = word] = /^(\w+)=(.*)$/.exec(word) ?? [];
    const role = name === undefined ? 'managed' : oneOf('the role of a policy', name, policyRoles);
    const uri = files.find(file);
    return uri === undefined ? [] : [{ uri, role }];
  });
  return { workspace: opened?.workspace, policies, orgPlugins, userConfig: find(values['user-config']) };
}

/** Looks for one policy, one org-plugins folder and one user configuration. */
async function found(settings: Settings, files: Files): Promise<Chosen> {
  const { folder } = files;
  const top = files.top();
  const { workspace, asked } = await files.open(top === undefined ? [] : [top], settings);
  const ofKind = (kind: string) =>
    [...workspace.all()].filter((document) => document.kind.id === kind && asked(document.uri)).map(({ uri }) => uri);
  const policies = ofKind('policy').filter((uri) => !workspace.roots.pluginOf(uri));
  const mounts = workspace.roots.mounts().filter(asked);
  // A repository of plugins: the folder that holds them all stands for the one on a device.
  const parents = [...new Set(workspace.roots.all().map(({ uri }) => parentOf(uri)))];
  const folders = mounts.length > 0 ? mounts : parents.length === 1 ? parents : [];
  const one = (uris: readonly string[], what: string, option: string): string | undefined => {
    if (uris.length < 2) return uris[0];
    throw new UsageError(
      `${folder} holds ${uris.length} ${what} (${uris.slice(0, 3).map(shownPath).join(', ')}${uris.length > 3 ? ' …' : ''}): name one with ${option}`,
    );
  };
  const policy = one(policies, 'policies', '--policy');
  const orgPlugins = one(folders, 'folders of plugins', '--org-plugins');
  if (policy === undefined && orgPlugins === undefined && !files.mayBeEmpty) {
    throw new UsageError(
      `${folder} holds no policy and no folder of plugins: name them with --policy and --org-plugins`,
    );
  }
  const configs = ofKind('desktopConfig');
  return {
    workspace,
    policies: policy === undefined ? [] : [{ uri: policy, role: 'managed' }],
    orgPlugins,
    userConfig: one(configs, 'user configurations', '--user-config'),
  };
}

/** The tools that a file on the disk lists by server: the one that is named, else the one of the settings if there is one. */
export function readTools(name: string | undefined, { tools }: Settings): ReadonlyMap<string, readonly KnownTool[]> {
  const file = name ?? (tools !== undefined && fs.existsSync(tools) ? tools : undefined);
  if (file === undefined) return new Map();
  const uri = existing(file);
  return knownTools(readParsed(uri, readText(uri), json).root);
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
