import { DidChangeWatchedFilesNotification, FileChangeType, type FileEvent, WatchKind } from 'vscode-languageserver';
import { isIn, nameOf, normalise, parentOf } from '../../core/index.ts';
import { defaultToolsFile, settingsFile } from '../../settings.ts';
import { claudeCodeNames } from '../../sides/additional.ts';
import { readChosenSources, unclaimedSources } from '../chosenSources.ts';
import { folderUri } from '../client.ts';
import { changesThroughLinks } from '../linkedChanges.ts';
import { logError } from '../log.ts';
import { scan } from '../scan.ts';
import type { Session } from '../session.ts';
import { readTools, reload, toolsFiles } from './configuration.ts';
import type { Feature } from './feature.ts';

/** Programs of plugins: rules check whether they are executable, and changes of the mode are only reported as changes. */
const programs = ['**/{scripts,bin,hooks}/**', '**/*.{sh,bash,zsh,py,rb,pl,js,mjs,cjs,ts}'];

const neverEntered = /\/(node_modules|\.git)(\/|$)/;

/** Tracks the disk: files that are not open change, are created and deleted. */
export const watch: Feature = (session) => {
  const { connection } = session;
  // Events are processed in order: if a file is created and deleted quickly, the later event must win.
  let last = Promise.resolve();
  connection.onDidChangeWatchedFiles(({ changes }) => {
    last = last
      .then(() => follow(session, changes))
      .catch((error) => logError(session.connection, 'watched files', error));
  });
  return { workspace: { workspaceFolders: { supported: true, changeNotifications: session.client.folderEvents } } };
};

/** Registers for all creations and deletions, since names matter, and for changes of files that a kind claims. */
export async function watchFiles(session: Session): Promise<void> {
  const { client, connection, host } = session;
  if (client.folderEvents) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = removed.map(({ uri }) => folderUri(uri));
      session.folders = [
        ...session.folders.filter((uri) => !gone.includes(uri)),
        ...added.map(({ uri }) => folderUri(uri)),
      ];
      scan(session).catch((error) => logError(session.connection, 'folders', error));
    });
  }
  if (!client.watchers) return;
  const globs = new Set([
    ...host.kinds.flatMap(({ files }) => files),
    `**/${settingsFile}`,
    `**/${session.settings.tools ?? defaultToolsFile}`,
    ...claudeCodeNames.map((name) => `**/${name}`),
  ]);
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [
      { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
      ...[...globs, ...programs].map((globPattern) => ({ globPattern, kind: WatchKind.Change })),
    ],
  });
}

async function follow(session: Session, events: readonly FileEvent[]): Promise<void> {
  const seen = events
    .map(({ uri, type }) => ({ uri: normalise(uri), type }))
    .filter(({ uri }) => !neverEntered.test(uri));
  const changes = [...seen, ...changesThroughLinks(session.workspace.files, seen)];
  for (const { uri, type } of changes) {
    session.fleets.forget(uri);
    if (type === FileChangeType.Deleted) remove(session, uri);
    else await takeIn(session, uri);
  }
  if (changes.length === 0) return;
  if (changes.some(({ uri }) => nameOf(uri) === settingsFile)) await reload(session);
  else if (changes.some(({ uri }) => toolsFiles(session).includes(uri))) await readTools(session);
  const sources = unclaimedSources(session.chosen);
  if (changes.some(({ uri }) => sources.includes(uri))) await readChosenSources(session);
  // Unchanged settings trigger no new check, but other files may have changed too.
  session.lintLater();
}

/** Removes a file or a folder with everything in it, except texts that are open in the editor. */
function remove(session: Session, uri: string): void {
  const { workspace, open } = session;
  const files = [...workspace.files.below(uri)];
  workspace.files.remove(uri);
  for (const file of files) {
    if (!open.get(file)) workspace.delete(file);
    // An open file exists for all other files too, until it is closed.
    else workspace.files.add({ uri: file, name: nameOf(file), type: 'file' });
  }
}

async function takeIn(session: Session, uri: string): Promise<void> {
  const { host, workspace, open, scanned } = session;
  const entry = await host.files.stat(uri);
  if (!entry) return;
  await takeInFolders(session, uri);
  const known = workspace.files.file(uri);
  // The content of a folder or link was removed with it.
  if (entry.link || (known && known.type !== entry.type)) remove(session, uri);
  // Whether a link is followed depends on its target: the scan decides.
  if (entry.type === 'directory' || entry.link) {
    if (!open.get(uri)) workspace.delete(uri);
    const isOurs = scanned.some((folder) => isIn(folder, uri));
    await host.files.scan([uri], workspace, isOurs ? { within: scanned } : {});
    // Changed settings may have started another scan, which may have missed this file.
    if (session.workspace !== workspace) return takeIn(session, uri);
    for (const [shadowing, document] of open.all())
      if (isIn(uri, shadowing)) session.takeIn(shadowing, document.getText());
    return;
  }
  workspace.files.add(entry);
  if (open.get(uri) || (!workspace.get(uri) && workspace.wants(entry) === 'no')) return;
  await session.readFromDisk(uri);
}

/** Adds the folders above a file that was reported without events for them: they exist on disk, and are complete. */
async function takeInFolders({ host, workspace, scanned }: Session, uri: string): Promise<void> {
  for (let at = parentOf(uri); scanned.some((folder) => isIn(folder, at)); at = parentOf(at)) {
    const known = workspace.files.file(at);
    const entry = !known || known.isImplied || known.type === 'file' ? await host.files.stat(at) : undefined;
    if (!entry) return;
    if (known?.type === 'file') workspace.delete(at);
    workspace.files.add(entry);
  }
}
