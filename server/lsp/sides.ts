import { type EffectiveInput, fsPath, normalise, policySources, policySyntax } from '../core/index.ts';
import { GitError } from '../disk/git.ts';
import { openRevision, type Revision } from '../disk/revision.ts';
import type { CompareSide, SideName, WhatIf } from '../protocol.ts';
import { kindsWith } from '../settings.ts';
import { deviceInput, openFolders, profileFile, SideError, unreadNotes } from '../sides/side.ts';
import type { ResolvedSources, Sources } from '../sides/sources.ts';
import { circumstancesOf, deviceOf, resolveSources } from './evaluator.ts';
import type { Session } from './session.ts';
import { labelOf } from './sources.ts';

/** One side, read. */
export interface ReadSide extends SideName, ResolvedSources {
  readonly input: EffectiveInput;
  readonly text: (uri: string) => string | undefined;
  /** Returns the display name of a file. */
  readonly shown: (uri: string) => string;
  /** Whether its locations are in files that the editor has. */
  readonly isHere: boolean;
  readonly isThere: (uri: string) => boolean;
  /** What could not be followed or read, one sentence each. */
  readonly notes: readonly string[];
}

const distrust = 'Git is not run in an untrusted workspace. Trust the workspace first.';

/**
 * Reads a side. Sources that it does not name are those that the user chose, otherwise those found in the side itself.
 * @throws SideError with a message for the user.
 */
export async function readSide(session: Session, side: CompareSide, whatIf: WhatIf): Promise<ReadSide> {
  const resolved = resolveSources(session);
  switch (side.is) {
    case 'now':
      return here(session, resolved, whatIf, 'working tree');
    case 'policy': {
      const uri = normalise(side.uri);
      const policies = [{ uri, role: 'managed' as const }];
      return here(session, instead(resolved, 'policies', { policies }), whatIf, labelOf(session, uri));
    }
    case 'plugins': {
      const orgPlugins = normalise(side.uri);
      return here(session, instead(resolved, 'pluginFolders', { orgPlugins }), whatIf, labelOf(session, orgPlugins));
    }
    case 'profile':
      return ofProfile(session, side.profile, instead(resolved, 'policies', { policies: [] }), whatIf);
    case 'revision':
      if (!session.isTrusted) throw new SideError(distrust);
      return ofRevision(session, side.revision, whatIf);
  }
}

/** Returns `resolved` with a source that the side names itself, so it is no longer a guess. */
const instead = (
  { sources, ambiguous }: ResolvedSources,
  what: ResolvedSources['ambiguous'][number]['what'],
  said: Partial<Sources>,
): ResolvedSources => ({ sources: { ...sources, ...said }, ambiguous: ambiguous.filter((each) => each.what !== what) });

function here(session: Session, resolved: ResolvedSources, whatIf: WhatIf, name: string): ReadSide {
  const device = deviceOf(session);
  return {
    ...resolved,
    name,
    commit: null,
    input: deviceInput(device, resolved.sources, circumstancesOf(session, device, whatIf)),
    text: device.text,
    shown: (uri) => labelOf(session, uri),
    isHere: true,
    isThere: (uri) => session.workspace.files.file(uri) !== undefined,
    notes: [],
  };
}

function ofProfile(
  session: Session,
  profile: (CompareSide & { is: 'profile' })['profile'],
  resolved: ResolvedSources,
  whatIf: WhatIf,
): ReadSide {
  const { uri, text, name } = profileFile(profile);
  const side = here(session, resolved, whatIf, name);
  return {
    ...side,
    input: { ...side.input, policies: policySources(uri, policySyntax.parse(text), 'managed') },
    text: (other) => (other === uri ? text : side.text(other)),
    shown: (other) => (other === uri ? name : side.shown(other)),
    isHere: false,
  };
}

/**
 * Reads the same folders from a revision, each from its own repository. Nothing is checked out. A policy that did not exist yet
 * counts as missing, not as unreadable.
 */
async function ofRevision(session: Session, name: string, whatIf: WhatIf): Promise<ReadSide> {
  const { mounts, host, settings, folders } = session;
  const revisions = folders
    .filter((folder) => folder.startsWith('file:'))
    .flatMap((folder) => open(folder, name) ?? []);
  const [first] = revisions;
  if (!first) throw new SideError(`There is no revision ${name} here.`);
  const kinds = kindsWith(host.kinds, settings.policyFiles, settings.tools);
  const opened = await openFolders(
    revisions.map(({ files, top }) => ({ files, folder: top })),
    kinds,
    mounts,
  );
  const { workspace, unreadable } = opened;
  const isThere = (uri: string) => workspace.files.file(uri) !== undefined;
  const { sources, ambiguous } = resolveSources(session, workspace, {
    ...(first.file !== undefined && { policies: [{ uri: first.file, role: 'managed' }] }),
  });
  const device = { ...opened, workspace };
  const there = { ...sources, policies: sources.policies.filter(({ uri }) => isThere(uri)) };
  const shown = (uri: string) => labelOf(session, uri);
  return {
    sources: there,
    ambiguous,
    name,
    commit: first.commit,
    input: deviceInput(device, there, circumstancesOf(session, device, whatIf)),
    text: device.text,
    shown,
    isHere: false,
    isThere,
    notes: unreadNotes(unreadable, shown),
  };
}

function open(folder: string, name: string): Revision | undefined {
  try {
    return openRevision(fsPath(folder), name);
  } catch (error) {
    throw error instanceof GitError ? new SideError(sentence(error.message)) : error;
  }
}

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
