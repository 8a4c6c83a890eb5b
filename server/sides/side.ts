import {
  type Choice,
  child,
  type Document,
  type DocumentKind,
  type EffectiveInput,
  effectiveInput,
  json,
  newPolicy,
  normalise,
  type Parsed,
  parse,
  policySources,
  policySyntax,
  type Syntax,
  type Tree,
  Workspace,
} from '../core/index.ts';
import { type ProfileName, profileNames } from '../core/vocabulary/policyNames.ts';
import type { FileSystem, Scanned, Unreadable } from '../disk/fileSystem.ts';
import type { Sources } from './sources.ts';

/** Why a side cannot be read, in a sentence for the user. */
export class SideError extends Error {}

/** Files that were read, from which the input of an evaluation is made. */
export interface Device {
  /** Undefined where nothing but single files was named. */
  readonly workspace: Workspace | undefined;
  /** The text of a file, also of one that no kind of document claims. */
  readonly text: (uri: string) => string | undefined;
  /** The document that counts for a policy, where that is not the workspace's: the last one that could be read. */
  readonly document?: (uri: string) => Document | undefined;
}

/** What an evaluation depends on beside the files. */
export type Circumstances = Omit<Choice, keyof Sources>;

/**
 * Returns the input of an evaluation of `sources`. A policy that was named counts as one whatever it looks like; a file that is
 * not there counts as empty.
 */
export function deviceInput(device: Device, sources: Sources, circumstances: Circumstances): EffectiveInput {
  const { policies, orgPlugins, userConfig } = sources;
  const workspace = device.workspace ?? new Workspace([]);
  const input = effectiveInput(workspace, { ...circumstances, orgPlugins, policies: [] });
  return {
    ...input,
    policies: policies.flatMap(({ uri, role }) =>
      policySources(uri, parsedAs('policy', policySyntax, device, uri) ?? { root: undefined, problems: [] }, role),
    ),
    userServers: userConfig === undefined ? undefined : userServers(device, userConfig),
  };
}

function userServers(device: Device, uri: string): Tree | undefined {
  const parsed = parsedAs('desktopConfig', json, device, uri);
  return parsed && { uri, root: child(parsed.root, 'mcpServers') };
}

/** A file read as a document of `kind`, whatever it was recognised as; undefined when there is none. */
function parsedAs(
  kind: string,
  syntax: Syntax,
  { workspace, text, document }: Device,
  uri: string,
): Parsed | undefined {
  const found = document?.(uri) ?? workspace?.get(uri);
  if (found?.kind.id === kind) return parse(found);
  const read = text(uri);
  return read === undefined ? undefined : syntax.parse(read);
}

/** A folder of files, read. */
export interface OpenedFolders extends Device {
  readonly workspace: Workspace;
  readonly files: number;
  readonly unreadable: readonly Unreadable[];
}

/**
 * Reads folders of revisions, or of any other files that are no workspace of their own yet, into one workspace.
 * @param mounts org-plugins folders that are not called so.
 */
export async function openFolders(
  folders: readonly { readonly files: FileSystem; readonly folder: string }[],
  kinds: readonly DocumentKind[],
  mounts: readonly string[],
): Promise<OpenedFolders> {
  const workspace = new Workspace(kinds, { mounts });
  const scanned: Scanned[] = [];
  for (const { files, folder } of folders) scanned.push(await files.scan([folder], workspace));
  return {
    workspace,
    files: scanned.reduce((sum, { files }) => sum + files, 0),
    unreadable: scanned.flatMap(({ unreadable }) => unreadable),
    text: (uri) => workspace.get(uri)?.text,
  };
}

/** What could not be followed or read, a sentence each: it may make two sides differ that are the same. */
export const unreadNotes = (unreadable: readonly Unreadable[], shown: (uri: string) => string): string[] =>
  unreadable.map(({ uri, reason }) => `${shown(uri)} ${reason}.`);

const profileScheme = 'plugboard-profile:';

/** A profile of the documentation as a policy file. */
export interface ProfileFile {
  readonly uri: string;
  readonly text: string;
  /** How the command line names it: `profile:locked-down`. */
  readonly name: string;
}

export const isProfileUri = (uri: string): boolean => uri.startsWith(profileScheme);
export const profileWords: readonly string[] = profileNames.map((name) => `profile:${name}`);

export function profileFile(profile: ProfileName): ProfileFile {
  const { text } = newPolicy(undefined, profile, 'json');
  return { uri: normalise(`${profileScheme}/${profile}.json`), text, name: `profile:${profile}` };
}
