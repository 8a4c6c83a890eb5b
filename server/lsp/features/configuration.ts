import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import { join, json, readKnownTools } from '../../core/index.ts';
import { defaultToolsFile, mergeSettings, readSettings, type Settings, settingsFile } from '../../settings.ts';
import { logError } from '../log.ts';
import { scan } from '../scan.ts';
import type { Session } from '../session.ts';
import type { Feature } from './feature.ts';
import { refreshTokens } from './semanticTokens.ts';

/** Settings are read from the editor and from `.plugboard.json`; the editor's take precedence. */
export const configuration: Feature = (session) => {
  session.connection.onDidChangeConfiguration(() => {
    reload(session).catch((error) => logError(session.connection, 'settings', error));
  });
  return {};
};

export const watchConfiguration = async ({ client, connection }: Session): Promise<void> => {
  if (client.configurationEvents) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'plugboard' });
  }
};

/** Reads and applies the settings: findings are updated, and files are read again if other files are included now. */
export async function reload(session: Session): Promise<void> {
  const touched = session.apply(await settingsOf(session));
  if (touched !== 'nothing') refreshTokens(session);
  await readTools(session);
  if (touched === 'files') await scan(session);
  else if (touched === 'findings') session.lintNow();
}

/**
 * Applies settings as they are typed, as soon as they can be parsed.
 * @returns a function to call after each change of a settings file; it waits until typing pauses.
 */
export function followTyping(session: Session): () => void {
  let isWaiting = false;
  const reloadReadable = async () => {
    await session.whenIdle();
    isWaiting = false;
    const texts = session.folders.map((folder) => session.open.get(join(folder, settingsFile))?.getText());
    if (texts.every((text) => text === undefined || json.parse(text).problems.length === 0)) await reload(session);
  };
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    reloadReadable().catch((error) => logError(session.connection, 'settings', error));
  };
}

/** Returns the settings of the editor and the workspace's file, merged. */
export const settingsOf = async (session: Session): Promise<Settings> =>
  mergeSettings(await fromFile(session), await fromEditor(session));

async function fromEditor({ client, connection }: Session): Promise<Settings> {
  return client.configuration ? readSettings(await connection.workspace.getConfiguration('plugboard')) : {};
}

/** Returns the settings of the first folder that has the file. A file that cannot be parsed counts as empty. */
async function fromFile(session: Session): Promise<Settings> {
  for (const folder of session.folders) {
    const uri = join(folder, settingsFile);
    const text = session.open.get(uri)?.getText() ?? (await session.host.files.read(uri));
    if (text !== undefined) return readSettings(parsed(session, uri, text));
  }
  return {};
}

/** Returns the files with known tools. */
export const toolsFiles = ({ folders, settings }: Session): string[] =>
  folders.map((folder) => join(folder, settings.tools ?? defaultToolsFile));

/** Reads the known tools, from the first folder that has such a file. */
export async function readTools(session: Session): Promise<void> {
  for (const uri of toolsFiles(session)) {
    const text = await session.host.files.read(uri);
    session.tools = text === undefined ? new Map() : readKnownTools(json.parse(text).root);
    if (text !== undefined) return;
  }
}

function parsed({ connection }: Session, uri: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    connection.console.warn(`${uri} is not valid JSON, so its settings are ignored.`);
    return undefined;
  }
}
