import { readChosenSources } from './chosenSources.ts';
import type { Session } from './session.ts';

/** Reads the workspace from disk into an empty one, reports progress, and publishes findings. */
export async function scan(session: Session): Promise<void> {
  session.reset();
  const { workspace, client, connection, host } = session;
  const progress = client.progress ? await connection.window.createWorkDoneProgress() : undefined;
  progress?.begin('Plugboard: reading the workspace', undefined, undefined, false);
  try {
    await host.files.scan(session.scanned, workspace, {
      progress: (files) => progress?.report(`${files} files`),
    });
  } finally {
    progress?.done();
  }
  // Another scan may have started in the meantime; then its workspace counts.
  if (session.workspace !== workspace) return;
  session.takeInOpen();
  await readChosenSources(session);
  workspace.noteComplete();
  session.lintNow();
}
