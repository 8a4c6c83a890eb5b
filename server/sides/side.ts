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

/** Why a side cannot be read, as a message for the user. */
export class SideError extends Error {}

/** Files that were read, from which the input of an evaluation is made. */
export interface Device {
  /** Undefined if only single files were named. */
  readonly workspace: Workspace | undefined;
  /** Returns the text of a file, including files that are not documents. */
  readonly text: (uri: string) => string | undefined;
  /** Returns the document to use for a policy, if it is not the workspace's: the last one that could be parsed. */
  readonly document?: (uri: string) => Document | undefined;
}

/** What an evaluation depends on in addition to the files. */
export type Circumstances = Omit<Choice, keyof Sources>;

/**
 * Returns the input of an evaluation of `sources`. A file that was named as a policy counts as one whatever its content; a
 * missing file counts as empty.
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

/** Returns a file as a document of `kind`, regardless of how it was recognised; undefined if it does not exist. */
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

/** A folder that was read. */
export interface OpenedFolders extends Device {
  readonly workspace: Workspace;
  readonly files: number;
  readonly unreadable: readonly Unreadable[];
}

/**
 * Reads folders of revisions, or of other files that are not a workspace yet, into one workspace.
 * @param mounts org-plugins folders that have another name.
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

/** Returns what could not be followed or read, one sentence each: it may cause differences between equal sides. */
export const unreadNotes = (unreadable: readonly Unreadable[], shown: (uri: string) => string): string[] =>
  unreadable.map(({ uri, reason }) => `${shown(uri)} ${reason}.`);

const profileScheme = 'plugboard-profile:';

/** A documented profile as a policy file. */
export interface ProfileFile {
  readonly uri: string;
  readonly text: string;
  /** Its name on the command line: `profile:locked-down`. */
  readonly name: string;
}

export const isProfileUri = (uri: string): boolean => uri.startsWith(profileScheme);
export const profileWords: readonly string[] = profileNames.map((name) => `profile:${name}`);

export function profileFile(profile: ProfileName): ProfileFile {
  const { text } = newPolicy(undefined, profile, 'json');
  return { uri: normalise(`${profileScheme}/${profile}.json`), text, name: `profile:${profile}` };
}
