import type { HostScope, Severity, Tag } from './base/text.ts';
import type { RuleCertainty, SourceId } from './ruleSources.ts';

/** What goes wrong if a finding is not fixed, from worst to harmless. */
export const impacts = {
  'restriction-lost': 'More is allowed than the file says.',
  'secret-exposed': 'A secret can be read by others.',
  'does-not-load': 'The file, or an entry of it, is not loaded.',
  fails: 'It is loaded but fails when it is used.',
  'works-differently': 'It takes effect, but differently from what the file says.',
  'no-effect': 'It is ignored.',
  'fails-validation': 'It works, but the host’s validator reports it, so a strict check fails.',
  style: 'It works. The file could be clearer.',
} as const;
export type Impact = keyof typeof impacts;

/** A version of the app, or an instant in ISO 8601. */
export type Since = { readonly version: string } | { readonly date: string };

/** The metadata of a rule. A test enforces that severity follows certainty and impact. */
export interface RuleMetadata extends HostScope {
  /** Where its facts come from, the best source first. */
  readonly source: readonly SourceId[];
  /** The certainty of its most severe findings; milder ones may be less certain. */
  readonly certainty: RuleCertainty;
  readonly impact: Impact;
  /**
   * The rule knows better than the schema how bad a value is: its findings replace a schema error at the same range, even if
   * they are milder.
   */
  readonly canReplaceSchema?: boolean;
  readonly tags?: readonly Tag[];
  /** The rule holds for apps of this version and newer, or from this instant on. */
  readonly since?: Since;
  /** The rule holds for apps older than this version, or before this instant. */
  readonly until?: Since;
}

/** Returns the level of a rule on its hosts and elsewhere as a phrase: `warning on claude-code, elsewhere hint`. */
export function levelText({ severity, hosts, alone, mixed, elsewhere }: HostScope & { severity: Severity }): string {
  if (!hosts) return severity;
  return [
    `${severity} on ${hosts.join(' and ')}`,
    ...(alone ? [`without other hosts ${alone}`] : []),
    ...(mixed ? [`with other hosts ${mixed}`] : []),
    `elsewhere ${elsewhere ?? 'off'}`,
  ].join(', ');
}
