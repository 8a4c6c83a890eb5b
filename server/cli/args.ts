import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Host, nearest, newestVersion, type Target } from '../core/index.ts';
import type { Settings } from '../settings.ts';
import { UsageError } from './usage.ts';

export type Options = NonNullable<ParseArgsConfig['options']>;

/** The options that all commands accept. */
const common = {
  'target-version': { type: 'string' },
  date: { type: 'string' },
  host: { type: 'string', multiple: true },
  format: { type: 'string' },
  'no-color': { type: 'boolean' },
} as const satisfies Options;

export const commonHelp = `
Common options
  --target-version V       the oldest app of the fleet (default: ${newestVersion})
  --date DAY               the day or instant that cut-off dates are compared with (default: now)
  --host HOST              desktop-3p or claude-code; can be given twice (default: desktop-3p)
  --no-color               print without colours
  --help                   print this help`;

/** Parses the arguments of one command: its own options and the common ones. */
export function readArgs<T extends Options>(args: readonly string[], own: T) {
  try {
    return parseArgs({ args: [...args], options: { ...common, ...own }, allowPositionals: true, strict: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, unknown] = /^Unknown option '--([^'=]+)/.exec(message) ?? [];
    const meant = unknown === undefined ? undefined : nearest(unknown, [...Object.keys({ ...common, ...own }), 'help']);
    const hint = meant === undefined ? '' : `. Did you mean --${meant}?`;
    throw new UsageError(`${message.split(/\. |\n/, 1)[0]}${hint}`);
  }
}

/** Returns one of `allowed`, or throws a usage error that lists them. */
export function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new UsageError(`${option} must be one of ${allowed.join(', ')}; not '${value}'`);
  return found;
}

interface TargetOptions {
  readonly 'target-version'?: string | undefined;
  readonly date?: string | undefined;
  readonly host?: string[] | undefined;
}

/** Returns the target: from the options, otherwise from the settings, otherwise the default. */
export function targetOf(options: TargetOptions, settings: Settings): Target {
  const version = options['target-version'] ?? settings.minimumVersion ?? newestVersion;
  if (!/^\d+(\.\d+)*$/.test(version))
    throw new UsageError(
      `--target-version must be numbers separated by dots, such as ${newestVersion}; not '${version}'`,
    );
  const hosts = options.host?.map((host) => oneOf<Host>('--host', host, ['desktop-3p', 'claude-code']));
  return {
    minimumVersion: version,
    date: options.date === undefined ? new Date().toISOString() : instant(options.date),
    hosts: hosts ?? settings.hosts ?? ['desktop-3p'],
  };
}

/** A day counts from its first moment in UTC. */
function instant(text: string): string {
  const day = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(text)?.[0];
  const full = day === text ? `${text}T00:00:00Z` : text;
  const isDay = day !== undefined && new Date(`${day}T00:00:00Z`).getTime() > 0 && !Number.isNaN(Date.parse(full));
  if (!isDay || new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day) {
    throw new UsageError(
      `--date must be a day or an instant, such as 2026-10-07 or 2026-10-07T19:00:00Z; not '${text}'`,
    );
  }
  return full;
}
