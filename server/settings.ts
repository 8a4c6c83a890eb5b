import type { Host } from './core/base/hosts.ts';
import { type Severity, severities } from './core/base/text.ts';
import type { LintSettings } from './core/lint/activeRules.ts';
import type { DocumentKind } from './core/model.ts';
import { newestVersion } from './core/policy/releases.ts';

/** The user's settings, from the editor or from the workspace's `.plugboard.json`. Absent: not set. */
export interface Settings {
  /** Org-plugins folders that have another name: paths, absolute or relative to the workspace root. */
  readonly directories?: readonly string[];
  /** Globs of files that are policies, whatever their names. */
  readonly policyFiles?: readonly string[];
  readonly minimumVersion?: string;
  readonly hosts?: readonly Host[];
  /** A file of known tools by server: a path relative to the workspace root. */
  readonly tools?: string;
  /** Rule id → level. */
  readonly rules?: LintSettings['levels'];
  /** Computers with one configuration, by name. */
  readonly fleets?: Readonly<Record<string, FleetSettings>>;
}

/** The files and circumstances of one fleet: paths relative to the settings file, or `none`. Absent: looked for, or not known. */
export interface FleetSettings {
  /** A file, or files by role. */
  readonly policy?: string | Readonly<Record<string, string>>;
  readonly orgPlugins?: string;
  readonly userConfig?: string;
  readonly platform?: string;
  readonly minimumVersion?: string;
  readonly tools?: string;
  readonly installed?: readonly string[];
  readonly uninstalled?: readonly string[];
  readonly claudeCodeManaged?: string;
}

/** The name of the settings file in a workspace root. */
export const settingsFile = '.plugboard.json';

/** The default file of known tools, relative to the workspace root. */
export const defaultToolsFile = '.plugboard.tools.json';

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;

function texts(value: unknown): string[] | undefined {
  const found = Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
  return found.length > 0 ? found : undefined;
}

const isHost = (host: string): host is Host => host === 'desktop-3p' || host === 'claude-code';
const isLevel = (level: unknown): level is Severity | 'off' => [...severities, 'off'].includes(level as Severity);

/** Parses settings from `workspace/configuration` and `.plugboard.json`. Values of a wrong type, and empty values, count as not set. */
export function readSettings(value: unknown): Settings {
  const version = at(at(value, 'target'), 'minimumVersion');
  const hosts = texts(at(at(value, 'target'), 'hosts'))?.filter(isHost);
  const rules = Object.entries(at(value, 'rules') ?? {}).filter(([, level]) => isLevel(level));
  const directories = texts(at(at(value, 'orgPlugins'), 'directories'));
  const policyFiles = texts(at(value, 'policyFiles'));
  const tools = at(value, 'tools');
  const fleets = fleetsIn(at(value, 'fleets'));
  return {
    ...(directories && { directories }),
    ...(policyFiles && { policyFiles }),
    ...(typeof version === 'string' && /^\d+(\.\d+)*$/.test(version) && { minimumVersion: version }),
    ...(typeof tools === 'string' && tools !== '' && { tools }),
    ...(hosts && hosts.length > 0 && { hosts }),
    ...(rules.length > 0 && { rules: Object.fromEntries(rules) }),
    ...(fleets && { fleets }),
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fleetsIn(value: unknown): Settings['fleets'] {
  if (!isObject(value)) return undefined;
  return Object.fromEntries(Object.entries(value).map(([name, fleet]) => [name, fleetIn(fleet)]));
}

/** Parses one fleet. A value of a wrong type stays as text, so that the search for a file of that name fails in words. */
function fleetIn(value: unknown): FleetSettings {
  const text = (key: string) => {
    const found = at(value, key);
    return found === undefined ? {} : { [key]: typeof found === 'string' ? found : JSON.stringify(found) };
  };
  const policy = at(value, 'policy');
  const byRole =
    isObject(policy) && Object.fromEntries(Object.entries(policy).map(([role, file]) => [role, String(file)]));
  const [installed, uninstalled] = [texts(at(value, 'installed')), texts(at(value, 'uninstalled'))];
  return {
    ...(byRole ? { policy: byRole } : text('policy')),
    ...text('orgPlugins'),
    ...text('userConfig'),
    ...text('platform'),
    ...text('minimumVersion'),
    ...text('tools'),
    ...text('claudeCodeManaged'),
    ...(installed && { installed }),
    ...(uninstalled && { uninstalled }),
  };
}

/** Merges both; the editor's settings take precedence, rule by rule. */
export const mergeSettings = (file: Settings, editor: Settings): Settings => ({
  ...file,
  ...editor,
  rules: { ...file.rules, ...editor.rules },
});

/** Returns the linter's part of `settings`, for the day `date`. */
export const lintSettings = ({ minimumVersion, hosts, rules }: Settings, date: string): LintSettings => ({
  target: { minimumVersion: minimumVersion ?? newestVersion, date, hosts: hosts ?? ['desktop-3p'] },
  levels: rules ?? {},
});

/** Returns `kinds` with the files that the user configured as policies or known tools: those are accepted without reading their text. */
export function kindsWith(
  kinds: readonly DocumentKind[],
  policyFiles: readonly string[] = [],
  tools?: string,
): readonly DocumentKind[] {
  const anywhere = (glob: string) => (/^(\*\*|\/)/.test(glob) ? glob : `**/${glob.replace(/^\.\//, '')}`);
  const named = (kind: string, files: readonly string[]) =>
    kinds
      .filter(({ id }) => id === kind && files.length > 0)
      .map(({ recognise: _, recogniseText: __, ...rest }) => ({ ...rest, files: files.map(anywhere) }));
  return [
    ...named('tools', tools === undefined ? [] : [tools.replaceAll('\\', '/').replace(/^\//, '')]),
    ...named('policy', policyFiles),
    ...kinds,
  ];
}
