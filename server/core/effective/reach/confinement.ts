import { atLeast } from '../../base/version.ts';
import { failClosedSince } from '../../policy/keyFlags.ts';
import { coversFolder } from '../../policy/order/covers.ts';
import { isObject } from '../../policy/order/directions.ts';
import type { ReachLine, Surface } from '../model.ts';
import { codeFolders } from './codeSettings.ts';
import { isOn, isVoidInCode, line, openTabs, type ReachDevice, readSetting } from './device.ts';
import { foldersKey, hasSandbox, hostsKey } from './interactions.ts';
import { switchLine } from './switches.ts';
import { countOf } from './words.ts';

/** Sources: the pages on SSH, Chat and Desktop’s access to files; Claude Code’s page on sandboxing. */
export const sandboxLines = (device: ReachDevice): ReachLine[] => [
  ...switchLine(device, 'cowork-sandbox'),
  ...codeSandbox(device),
  ...chatShell(device),
  ...switchLine(device, 'wsl'),
];

export const folderLines = (device: ReachDevice): ReachLine[] => [
  ...folders(device),
  ...reads(device),
  ...codeFolders(device),
  ...line(device, 'chat-folders', null, {
    level: 'closed',
    message: 'Chat gets no folders: it reads attachments and its own scratch folder.',
    surfaces: ['chat'],
    weight: 'low',
  }),
  ...repositories(device),
];

const inCode = ['code'] as const;

function codeSandbox(device: ReachDevice): ReachLine[] {
  if (isVoidInCode(device)) return [];
  const { platform } = device.input;
  const of = { surfaces: inCode, weight: 'high' as const };
  if (!hasSandbox(device)) {
    const message = 'The shell of Code runs without a sandbox: all hosts are allowed and no folders are set.';
    return line(device, 'code-sandbox', hostsKey, { level: 'open', message, ...of });
  }
  if (platform === 'windows') {
    const message = 'On Windows, nothing confines the shell of Code, except in WSL 2.';
    return line(device, 'code-sandbox', null, { level: 'open', message, ...of });
  }
  const elsewhere = platform === undefined ? ' On Windows nothing confines it, except in WSL 2.' : '';
  const message = `The shell of Code runs in a sandbox. Where it cannot start, commands run without it unless Claude Code’s settings say \`sandbox.failIfUnavailable\`.${elsewhere}`;
  return line(device, 'code-sandbox', null, { level: 'limited', message, ...of, weight: 'medium' });
}

/** As the row of the tool decides: the key, the tab and removed tools count. */
function chatShell(device: ReachDevice): ReachLine[] {
  const key = 'chatAdvancedFileAnalysisEnabled';
  const bash = device.surfaces.chat?.builtinTools.find(({ name }) => name === 'Bash');
  if (!bash) return [];
  const { certainty } = bash;
  if (bash.state === 'removed' || bash.state === 'absent') {
    return line(device, 'chat-shell', bash.origin ? 'disabledBuiltinTools' : key, {
      level: 'closed',
      message: 'Chat has no shell.',
      surfaces: ['chat'],
      certainty,
      ...(bash.origin && { origin: bash.origin }),
    });
  }
  const message = 'Chat has a shell, in a virtual machine that never has network.';
  return line(device, 'chat-shell', key, { level: 'limited', message, certainty });
}

interface Folder {
  readonly path: string;
  readonly isReadOnly: boolean;
}

/** One invalid entry makes the whole list unreadable. Source: the app’s validator. */
function isBadEntry(entry: unknown): boolean {
  if (typeof entry === 'string') return entry === '';
  if (!isObject(entry) || typeof entry.path !== 'string' || entry.path === '') return true;
  const { mode, isDefaultSelected } = entry;
  const isModeKnown = mode === undefined || mode === 'ro' || mode === 'rw';
  return !isModeKnown || (isDefaultSelected !== undefined && typeof isDefaultSelected !== 'boolean');
}

const foldersIn = (value: unknown): readonly Folder[] =>
  (Array.isArray(value) ? value : []).flatMap((entry: unknown): Folder[] => {
    const folder = isObject(entry) ? entry : { path: entry };
    return typeof folder.path === 'string' ? [{ path: folder.path, isReadOnly: folder.mode === 'ro' }] : [];
  });

/** A root that covers the whole disk, a whole drive or everything of the user. */
const isWhole = ({ path }: Folder): boolean =>
  /^[\\/~]+$/.test(path) || /^[A-Za-z]:[\\/]*$/.test(path) || coversFolder(path, '/');

function folders(device: ReachDevice): ReachLine[] {
  const { value, isUnreadable } = readSetting(device, foldersKey);
  const surfaces: readonly Surface[] = isVoidInCode(device) ? ['cowork'] : ['cowork', 'code'];
  const isSpoiled = Array.isArray(value) && value.some(isBadEntry);
  if (isSpoiled && !atLeast(device.version, failClosedSince)) {
    const message = `An entry of \`${foldersKey}\` is invalid, so this app treats the key as unset: Claude works in any folder.`;
    return line(device, 'folders', foldersKey, { level: 'open', message, surfaces, certainty: 'reading' });
  }
  if (isUnreadable || isSpoiled) {
    const message = `\`${foldersKey}\` cannot be read, so Claude gets no folder.`;
    return line(device, 'folders', foldersKey, { level: 'closed', message, surfaces, certainty: 'reading' });
  }
  if (value === undefined) {
    const message = 'Claude works in any folder that the user opens.';
    return line(device, 'folders', foldersKey, { level: 'open', message, surfaces });
  }
  const list = foldersIn(value);
  if (list.length === 0)
    return line(device, 'folders', foldersKey, { level: 'closed', message: 'Claude gets no folder.', surfaces });
  const named = countOf(
    list.map(({ path, isReadOnly }) => (isReadOnly ? `${path} read-only` : path)),
    'folder',
  );
  const readOnly = list.some((folder) => folder.isReadOnly)
    ? ' In Code, only file tools respect read-only, not the shell.'
    : '';
  const whole = list.find(isWhole);
  if (whole) {
    const message = `Claude works in ${named}. \`${whole.path}\` covers everything below it.${readOnly}`;
    return line(device, 'folders', foldersKey, { level: 'open', message, surfaces });
  }
  const message = `Claude works only in ${named} and below.${readOnly}`;
  return line(device, 'folders', foldersKey, { level: 'limited', message, surfaces });
}

function reads(device: ReachDevice): ReachLine[] {
  const key = 'blockReadsOutsideWorkingDirectories';
  if (isVoidInCode(device) || openTabs(device, inCode).length === 0) return [];
  if (!isOn(device, key)) {
    const message = 'The shell of Code may read every file that the user can read.';
    return line(device, 'reads', key, { level: 'open', message });
  }
  const isConfined = hasSandbox(device) && device.input.platform !== 'windows';
  const message = isConfined
    ? 'File tools of Code read nothing outside its folders, and its sandboxed shell nothing in the home folder.'
    : 'File tools of Code read nothing outside its folders. Its shell asks first, since no sandbox confines it.';
  return line(device, 'reads', key, { level: 'limited', message });
}

function repositories(device: ReachDevice): ReachLine[] {
  const key = 'codeAllowedRepositories';
  if (!device.settings.has(key)) return [];
  const message = `The policy sets \`${key}\`. What it does is not documented.`;
  return line(device, 'repositories', key, { level: 'unknown', message, certainty: 'unknown' });
}
