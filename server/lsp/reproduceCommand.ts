import { newestVersion } from '../core/index.ts';
import type { CompareSide, CompareToolsParams } from '../protocol.ts';
import { type CommandSide, reproduce, worktreeWord } from '../sides/reproduce.ts';
import type { Session } from './session.ts';
import type { ReadSide } from './sides.ts';
import { labelOf } from './sources.ts';

/** Returns the command that prints the editor's comparison in the workspace's folder; undefined if no command does. */
export function reproduceCommand(
  session: Session,
  { before, after, whatIf = {} }: CompareToolsParams,
  read: { readonly before: ReadSide; readonly after: ReadSide },
): string | undefined {
  const { chosen, folders, target, settings, tools } = session;
  const [folder, ...others] = folders;
  // Extensions are chosen by their manifests here, but by a list on the command line.
  // A fleet names circumstances that no other options name.
  if (chosen.fleet !== undefined) return undefined;
  if (folder === undefined || others.length > 0 || (chosen.extensions ?? []).length > 0) return undefined;
  const [claudeCode, ...more] = chosen.claudeCode ?? [];
  if (more.length > 0) return undefined;
  const version = whatIf.minimumVersion ?? target.minimumVersion;
  const further = [
    ...(claudeCode === undefined ? [] : ['--claude-code-managed', labelOf(session, claudeCode)]),
    ...(settings.tools === undefined || tools.size === 0 ? [] : ['--tools', settings.tools]),
    ...(whatIf.installed ?? []).flatMap((name) => ['--installed', name]),
    ...(whatIf.uninstalled ?? []).flatMap((name) => ['--uninstalled', name]),
    ...(version === newestVersion ? [] : ['--target-version', version]),
    ...(target.hosts.join() === 'desktop-3p' ? [] : target.hosts.flatMap((host) => ['--host', host])),
    ...(whatIf.date === undefined ? [] : ['--date', whatIf.date]),
  ];
  const isChosen = [chosen.policies, chosen.orgPlugins, chosen.userConfig].some((each) => each !== undefined);
  return reproduce(commandSide(before, read.before), commandSide(after, read.after), { folder, isChosen, further });
}

const kindOf: Readonly<Record<CompareSide['is'], CommandSide['is']>> = {
  now: 'tree',
  revision: 'tree',
  policy: 'policy',
  profile: 'policy',
  plugins: 'other',
};

function commandSide(side: CompareSide, { name, sources, ambiguous, isThere }: ReadSide): CommandSide {
  // A path after the colon of a revision is relative to another folder.
  const is = side.is === 'revision' && name.includes(':') ? 'other' : kindOf[side.is];
  return { is, word: side.is === 'now' ? worktreeWord : name, sources, ambiguous, isThere };
}
