import { isIn, normalise } from '../core/index.ts';
import type { ChosenSources } from '../protocol.ts';
import type { Session } from './session.ts';

/**
 * Reads the chosen sources that the workspace does not hold: a policy, a folder or a user configuration elsewhere on the disk,
 * and files that are no kind of document. Called when the choice or the workspace changes, never by a request.
 */
export async function readChosenSources(session: Session): Promise<void> {
  const { chosen, workspace, open, host } = session;
  await readElsewhere(session);
  const texts = new Map<string, string>();
  for (const uri of unclaimedSources(chosen).filter((each) => !workspace.get(each))) {
    const text = await host.files.read(uri);
    if (text !== undefined) texts.set(uri, text);
  }
  // Another choice or another scan may have begun meanwhile; then that one counts.
  if (session.chosen !== chosen || session.workspace !== workspace) return;
  for (const uri of unclaimedSources(chosen)) {
    const typed = open.get(uri)?.getText();
    if (typed !== undefined) texts.set(uri, typed);
  }
  session.sourceTexts = texts;
}

/** The addresses of chosen files that may be no kind of document: Claude Code's own, and whatever was named as a policy. */
export const unclaimedSources = ({ claudeCode, policies }: ChosenSources): string[] =>
  [...(claudeCode ?? []), ...(policies ?? []).map(({ uri }) => uri)].map(normalise);

/** Takes in the policies, plugins and user configuration that lie outside of the workspace. */
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
