import { isIn, normalise } from '../core/index.ts';
import type { ChosenSources } from '../protocol.ts';
import type { Session } from './session.ts';

/**
 * Reads the chosen sources that are not in the workspace: a policy, a folder or a user configuration elsewhere on disk, and
 * files that are not documents. Called when the choice or the workspace changes, never by a request.
 */
export async function readChosenSources(session: Session): Promise<void> {
  const { chosen, workspace, open, host } = session;
  await readElsewhere(session);
  if (chosen.fleet) {
    session.fleets.device(chosen.fleet);
    await session.fleets.readWanted();
  }
  const texts = new Map<string, string>();
  const unclaimed = unclaimedSources(chosen).filter((uri) => !session.leftOut.has(uri));
  for (const uri of unclaimed.filter((each) => !workspace.get(each))) {
    const text = await host.files.read(uri);
    if (text !== undefined) texts.set(uri, text);
  }
  // Another choice or scan may have started in the meantime; then that one counts.
  if (session.chosen !== chosen || session.workspace !== workspace) return;
  for (const uri of unclaimed) {
    const typed = open.get(uri)?.getText();
    if (typed !== undefined) texts.set(uri, typed);
  }
  session.sourceTexts = texts;
}

/** Returns the URIs of chosen files that may not be documents: Claude Code's own, and whatever was chosen as a policy. */
export const unclaimedSources = ({ claudeCode, policies }: ChosenSources): string[] =>
  [...(claudeCode ?? []), ...(policies ?? []).map(({ uri }) => uri)].map(normalise);

/** Reads the policies, plugins and user configuration outside of the workspace. */
async function readElsewhere(session: Session): Promise<void> {
  const { workspace, host, chosen } = session;
  const isElsewhere = (uri: string) => !session.scanned.some((folder) => isIn(folder, uri));
  const files = [...(chosen.policies ?? []).map(({ uri }) => uri), chosen.userConfig, ...(chosen.extensions ?? [])];
  for (const uri of files.flatMap((file) => (file === undefined ? [] : normalise(file)))) {
    if (!isElsewhere(uri) || workspace.get(uri)) continue;
    const text = await host.files.read(uri);
    if (text !== undefined) workspace.set(uri, text);
  }
  const folder = chosen.orgPlugins === undefined ? undefined : normalise(chosen.orgPlugins);
  if (folder === undefined || !isElsewhere(folder) || workspace.files.list(folder).length > 0) return;
  await host.files.scan([folder], workspace);
}
