import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { breakOf, child, fileUri, fsPath, json, normalise, type Platform, stringOf } from '../../core/index.ts';
import { isBinaryPlist } from '../../disk/binaryPlist.ts';
import { policyText } from '../opened.ts';
import { UsageError } from '../usage.ts';
import { type DevicePlace, devicePlaces, homes, type PlaceRole } from './places.ts';
import { exportHives } from './registry.ts';

/** A place of a device, and what is there. */
export interface FoundPlace {
  readonly label: string;
  /** The path as users of the device know it. */
  readonly path: string;
  /** Where it is on this disk. */
  readonly uri: string;
  readonly role: PlaceRole;
  readonly is: 'there' | 'missing' | 'unreadable';
  /** Why it cannot be read, or what is special about it. */
  readonly note?: string;
}

export interface FoundDevice {
  readonly platform: Platform;
  readonly user: string | undefined;
  /** The version of the installed app, and where it is written. */
  readonly app: { readonly version: string; readonly path: string } | undefined;
  readonly places: readonly FoundPlace[];
}

export interface DeviceOptions {
  /** A copy of a device: the folder that has `/` of macOS or Linux, or the drive of Windows. Undefined: this computer. */
  readonly root: string | undefined;
  readonly user: string | undefined;
  readonly platform: Platform | undefined;
}

const here: Readonly<Partial<Record<NodeJS.Platform, Platform>>> = {
  darwin: 'macos',
  win32: 'windows',
  linux: 'linux',
};

/** Looks at the places of a device. Reads only; on Windows the registry is exported into a temporary folder. */
export function findDevice({ root, user: wanted, platform: asked }: DeviceOptions): FoundDevice {
  if (root !== undefined && !fs.statSync(root, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`no such folder: ${root}`);
  const platform = asked ?? (root === undefined ? here[process.platform] : platformOf(root));
  if (!platform) throw new UsageError('the platform is not known: name it with --platform');
  const top = root === undefined ? topOf(platform) : path.resolve(root);
  const user = wanted ?? (root === undefined ? os.userInfo().username : onlyUser(top, platform));
  const hives = root === undefined && platform === 'windows' ? exportHives() : undefined;
  // Only the current user’s folder is known for certain: it need not be with the others.
  const home = root === undefined && wanted === undefined ? os.homedir() : undefined;
  const places = devicePlaces[platform].flatMap((place): FoundPlace[] => {
    if (user === undefined && /^~|\/USER\//.test(place.path)) return [];
    const own = place.path.replace(/^~/, `${homes[platform]}/${user}`).replace('/USER/', `/${user}/`);
    if (home !== undefined && place.path.startsWith('~')) {
      const file = path.join(home, place.path.slice(1));
      return [placeAt(place, file, file)];
    }
    const file = hives && own.endsWith('.reg') ? path.join(hives, own) : path.join(top, own);
    return [placeAt(place, file, shownOf(place, own, platform))];
  });
  return { platform, user, app: appOf(top, platform), places: withApplied(places) };
}

const topOf = (platform: Platform): string => (platform === 'windows' ? `${process.env.SystemDrive ?? 'C:'}\\` : '/');

const platformOf = (root: string): Platform =>
  fs.existsSync(path.join(root, 'Library')) ? 'macos' : isWindows(root) ? 'windows' : 'linux';
const isWindows = (root: string): boolean =>
  ['Program Files', 'HKLM.reg', 'HKCU.reg'].some((name) => fs.existsSync(path.join(root, name)));

/** The hives are shown as the registry keys that they are exported from. */
function shownOf({ path: name }: DevicePlace, own: string, platform: Platform): string {
  if (platform !== 'windows') return own;
  return name.endsWith('.reg') ? `${name.slice(1, 5)}\\SOFTWARE\\Policies\\Claude` : `C:${own.replaceAll('/', '\\')}`;
}

/** Returns the only user of a copied device; undefined for none or several. */
function onlyUser(top: string, platform: Platform): string | undefined {
  const folder = path.join(top, homes[platform]);
  const names = fs.existsSync(folder)
    ? fs.readdirSync(folder).filter((name) => !/^(Shared|Public|Default.*|All Users|\..*)$/.test(name))
    : [];
  return names.length === 1 ? names[0] : undefined;
}

function placeAt({ label, role }: Pick<DevicePlace, 'label' | 'role'>, file: string, shown: string): FoundPlace {
  const base = { label, role, path: shown, uri: normalise(fileUri(file)) };
  try {
    const stats = fs.statSync(file, { throwIfNoEntry: false });
    if (!stats) return { ...base, is: 'missing' };
    if (stats.isDirectory()) {
      fs.readdirSync(file);
      return { ...base, is: 'there' };
    }
    const head = Buffer.alloc(8);
    const handle = fs.openSync(file, 'r');
    fs.readSync(handle, head, 0, head.length, 0);
    fs.closeSync(handle);
    const isBinary = isBinaryPlist(head.toString('latin1'));
    return { ...base, is: 'there', ...(isBinary && { note: binary }) };
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'it cannot be opened';
    return {
      ...base,
      is: 'unreadable',
      note: reason === 'EACCES' || reason === 'EPERM' ? 'no permission to read it' : reason,
    };
  }
}

/** What is said about a binary file, whose lines have no numbers. */
export const binary = 'binary format: its values are evaluated, but not checked for mistakes';

/** Returns the places with the local configuration that the index names, or says why none is evaluated. */
function withApplied(places: readonly FoundPlace[]): FoundPlace[] {
  return places.flatMap((place): FoundPlace[] => {
    if (place.role.is !== 'library' || place.is !== 'there') return [place];
    const parsed = json.parse(policyText(place.uri));
    if (breakOf(parsed)) return [{ ...place, is: 'unreadable', note: 'it is not valid JSON' }];
    const id = stringOf(child(parsed.root, 'appliedId'));
    if (id === undefined || !/^[a-f0-9-]{36}$/.test(id)) return [{ ...place, note: 'no configuration is applied' }];
    const file = path.join(path.dirname(fsPath(place.uri)), `${id}.json`);
    const shown = place.path.replace(/_meta\.json$/, `${id}.json`);
    const found = placeAt({ label: 'Local configuration', role: { is: 'policy', role: 'local' } }, file, shown);
    const pointer = child(parsed.root, 'hybridPointer');
    return [place, { ...found, ...(pointer && { note: '`hybridPointer` in the index may take precedence over it' }) }];
  });
}

/** Returns the version that macOS shows of the app. On other platforms no documented place has it. */
function appOf(top: string, platform: Platform): FoundDevice['app'] {
  const shown = '/Applications/Claude.app/Contents/Info.plist';
  const file = path.join(top, shown);
  if (platform !== 'macos' || !fs.existsSync(file)) return undefined;
  const text = policyText(normalise(fileUri(file)));
  const version = /<key>CFBundleShortVersionString<\/key>\s*<string>([\d.]+)<\/string>/.exec(text)?.[1];
  return version === undefined ? undefined : { version, path: shown };
}
